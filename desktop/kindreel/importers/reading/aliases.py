"""What files call the parts of a comment, in the languages of the tools that write them."""

from __future__ import annotations

import re
import unicodedata

FIELDS = (
    "text", "author", "author_id", "author_handle", "author_name", "author_url", "id", "parent",
    "video", "video_title", "video_url", "likes", "time", "url", "own", "pinned", "hearted",
    "is_reply", "language", "platform",
)  # fmt: skip
"""All that a column can be. author: a handle, an id or a name, told apart by its content."""

_ALIASES = {
    "text": """
        text comment commenttext textoriginal textdisplay content body message comentario
        comentário komentar kommentar kommentartext commentaire komento commentbody
        commentcontent textcontent texto isi isikomentar pesan review reply caption rawtext
        cleantext tweet fulltext opinion
    """,
    "author": """
        author user owner commenter from autor usuario usuário penulis auteur namapengguna
        benutzer sender by
    """,
    "author_id": """
        channel authorid authorchannelid authorchannelidvalue userid uid channelid ownerid fromid
        authoruserid idusuario iduser useruid authoruid kanalid commenterid
        snippetauthorchannelidvalue secuid
    """,
    "author_handle": """
        authorhandle handle username uniqueid authoruniqueid ownerusername useruniqueid
        screenname fromusername authorusername userhandle useratname instagramusername
        profilename account user@ benutzername nombredeusuario namadepengguna
    """,
    "author_name": """
        authorname authordisplayname displayname nickname name fullname channelname
        usernickname nama nombre nome nom userfullname pangalan snippetauthordisplayname
        ownerfullname profilefullname authornickname
    """,
    "author_url": """
        authorurl authorchannelurl userurl profileurl channelurl ownerurl authorprofileurl
        profilelink userprofileurl userlink perfil
    """,
    "id": """
        id commentid cid comentarioid idcomentario komentarid idkomentar kommentarid
        commentpk pk iddocomentario identifiant messageid commentidstr
    """,
    "parent": """
        parent parentid parentcommentid replytocid repliestoid replyto replytoid inreplyto
        inreplytoid parentcid übergeordnetekommentarid replycommentid parentcomment idpadre
        repliedtocommentid
    """,
    "video": """
        video videoid awemeid mediaid media postid postpk contentid idvideo idpost idkonten
        beitragsid vid shortcode originalvideoid snippetvideoid
    """,
    "video_title": """
        videotitle title posttitle videoname judul judulvideo titulo título titre titel
        videotitel
    """,
    "video_url": """
        videourl pageurl posturl videoweburl submittedvideourl weburl mediaurl linkvideo
        urlvideo videolink postlink inputurl permalink sourceurl
    """,
    "likes": """
        likes like likecount likescount diggcount votecount votes likecounts
        commentlikecount numlikes totallikes megusta curtidas suka jumlahlike upvotes score
        nlikes reactions reactionscount commentlikes like_num gefälltmir
    """,
    "time": """
        time date timestamp createtime createtimeiso createdat created publishedat
        publishedtime publishedtimetext published commentdate datetime
        commentcreatetimestamp createdtime createdtimestamp posted postedat fecha data
        tanggal waktu datum heure zeitstempelderestellungdeskommentars
        zeitstempeldererstellungdeskommentars commenttime commentcreatedat taken_at takenat
        createdutc timeparsed petsa hora publishdate commentedat commentat
    """,
    "url": """
        url commenturl commentlink link permalinkurl comment_link commentpermalink
        directlink
    """,
    "own": """
        own isowner authorisuploader authorischannelowner isauthor isuploader iscreator
        isowncomment byowner authorisowner
    """,
    "pinned": """
        pinned ispinned pinnedbyauthor authorpin pin authorpinned
    """,
    "hearted": """
        heart hearted ishearted hascreatorheart likedbyauthor isauthordigged isfavorited
        creatorheart likedbycreator viewerisliked
    """,
    "is_reply": """
        isreply is2ndlevelcomment type commenttype replyflag issubcomment
    """,
    "language": """
        language lang commentlanguage bahasa idioma langue sprache textlanguage
    """,
    "platform": """
        platform source network site socialnetwork plataforma
    """,
}

_BY_NAME = {name: field for field, names in _ALIASES.items() for name in names.split()}


def plain(name: str) -> str:
    """A header without case, accents' forms, spaces and punctuation, as the table knows it."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", "", folded)


def field_of(name: str) -> str | None:
    """The field a header names, or None; of a dotted key the last part may say it too."""
    whole = plain(name)
    if whole in _BY_NAME:
        return _BY_NAME[whole]
    if name.strip().casefold() in {"user @", "@"}:
        return "author_handle"
    return None
