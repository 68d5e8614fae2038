"""Bad words with letters starred out, "b*tch" or "f***", and what they stand for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_WORDS = """
fuck fucks fucked fucker fuckers fucking motherfucker motherfucking shit shits shitty bullshit
bitch bitches bitchy cunt cunts dick dicks dickhead cock pussy asshole assholes bastard bastards
whore whores slut sluts slutty nigger nigga niggas niggers faggot faggots fags retard retards
retarded idiot idiots stupid moron morons dumbass jackass loser ugly hate kill rape rapist pedo
porn damn crap piss wank wanker twat prick trash scum pathetic worthless tranny kike spic chink
puta putas puto putos putita pendejo pendeja pendejos pendejas pinche pinches verga vergas cabron
cabrona cabrones mierda culero culera culo joto jotos maricon maricones marica idiota idiotas
imbecil estupido estupida estupidos mamon mamona ojete zorra perra perras golfa naco naca chinga
chingada chingar pito cono gilipollas hijueputa malparido gonorrea pelotudo boludo concha asco
gorda gordo tonto tonta payaso basura coger nalgas mamada mamadas huevon cerda cerdo porra caralho
merda bosta foda foder fodase arrombado arrombada filhadaputa cuzao viado viados viadinho bicha
buceta piranha vadia vagabunda vagabundo otario babaca burro burra nojento nojenta desgracado
desgracada imbecis escroto corno rapariga biscate vaca lixo trouxa cadela safado safada macaco
canalha anjing anjir bangsat bajingan babi goblok tolol bego bodoh kontol memek ngentot jancok
jancuk asu tai bacot bangke brengsek kampret keparat lonte pelacur jablay perek pecun banci bencong
homo maho monyet setan iblis sialan dongo dungu pantek pukimak kimak sampah jelek gendut kafir cina
laknat biadab jijik putangina tangina tanginamo gago gaga gagu bobo boba tanga ulol tarantado
tarantada pakyu puke punyeta leche hayop kupal pokpok malandi bwisit inutil demonyo siraulo
gunggong engot bakla pangit panget pota kantot titi burat jakol hindot pucha lintik ogag ungas bozo
brainless clown clueless coward creep cringe crybaby delusional desperate dipshit dirty disgusting
donkey douchebag dumb embarrassing embarrassment fatass fraud freak fugly garbage goblin gross
hideous horrible inferior insufferable lazy leech mediocre nobody parasite parasites psycho rats
repulsive scumbag sick simp skank smelly spineless talentless terrorists thieves trashy troll
uncivilized useless vermin wannabe weirdo whale abuson acomplejada anormales ardida ardido
arrastrada arrastrado asesina asquerosa asqueroso asquerosos aweonao babosa baboso ballena bruta
chacha chismosa chupaculos chupasangre cinica cobarde conchetumare corrupto culeros delincuentes
deplorable desagradable descerebrado escoria esperpento falsa falso farsante feminazi fracasada
fracasado hdlv hideputa hipocrita huevona ignorante ignorantes infeliz inferiores insoportable
jodidos lacra ladron lagartona lamebotas lameculos lamehuevos machorra malnacido malparidos
mamahuevo mamarracho mantenido menso mentirosa mentiroso mentirosos mugroso mugrosos ojetes pajero
parasito parasitos patan patetica patetico payasa perdedor pervertido piojoso plaga prieta prieto
ratera ratero rateros repugnantes resentido ridicula ridiculo sinverguenza sociopata soplon sorete
subnormal sucia tarado terroristas tontos tramposa vendido vividora vulgar acefalo asno baba
bajulador bandida bandido bandidos bocal boiola bolsominion bostinha bunda bundao burros cachorra
cafajeste cafona calhorda capacho charlatao chata cinico covarde crapula cretina cretino criminosos
demente desocupado encalhada encostado escrota esquerdopata falsiane fascista favelado fedida
fedorento feia fracassada fracassado frouxo genocida golpista horrorosa horroroso imunda imundo
incompetente insuportavel invejosa judas jumento ladra ladrao ladroes macaca mandado mentecapto
mongol monstros nojentos oportunista otaria palhaca palhaco pangare parasita parasitas picareta
plastificada podre puxa recalcada recalcado retardada retardado salafrario sanguessuga sapatao
sebosa seboso tapado traira trairas traveco vagaba vagabundos velhaco vendida vergonhosa anjeng
anjg anying badut bgst buluk burik caper cebong cocot congor culun dajjal dekil gblk goblog
kampungan kerbau kntl koruptor kriminal kunyuk lebay licik maluin menjijikkan mulut munafik murahan
norak palsu pansos pecundang pelakor pemalas pembohong pengkhianat penipu penjilat sesat sombong
taik abno abnoy amaw amputa baboy baduy bangag bastos bobita bobotante bugok buwisit demonya depota
dugyot dutertard duwag feelingera haliparot hampaslupa hayup hinayupak hipokrita hipokrito impakta
iyakin kalbo mabaho magnanakaw mandaraya mangmang mongoloid nakakabobo nakakadiri nognog olol
pakshet pulpol salot sinungaling sipsip squammy squatter talunan tamad terorista tngina traydor
ugok unggoy walanghiya yawa
"""
"""Those of a length are tried in this order. Letters are plain, as comments are once folded."""

_VEILED = re.compile(r"(?<![a-z0-9@_.])[a-z]+(?:\*+[a-z]*)+(?![a-z0-9@_])")
_AGREED = {
    "f***": "fuck",
    "fu**": "fuck",
    "fuc*": "fuck",
    "s***": "shit",
    "sh**": "shit",
    "b****": "bitch",
    "bi***": "bitch",
    "b***h": "bitch",
    "c***": "cunt",
    "pu**": "puta",
    "put*": "puta",
}
"""What hides too much to be told by its letters, and is understood all the same."""

_LONGEST = 16
"""No listed word and the stars behind it are longer; what is, stays unread."""


@cache
def _by_size() -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for word in _WORDS.split():
        found.setdefault((word[0], len(word)), []).append(word)
    return found


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    """The bad word at the beginning of a plain word with stars, letter for star; None if none is.

    Stars at the end are a footnote or stress: none of them is read but where all agree. Half of
    the letters must be shown, or the first and last where only one bad word has these.
    """
    if word in _AGREED:
        return _AGREED[word]
    core = word.rstrip("*")
    shown = len(core) - core.count("*")
    fitting = [
        bad
        for bad in _by_size().get((core[0], len(core)), ())
        if all(seen in {"*", letter} for seen, letter in zip(core, bad, strict=True))
    ]
    if shown == len(core) or not fitting:
        return None
    return fitting[0] if shown * 2 >= len(core) or len(fitting) == 1 else None


def letters_behind(text: str) -> list[tuple[int, str]]:
    """Where in a plain text bad words hide behind stars, and all their letters."""
    found = ((m.start(), m[0]) for m in _VEILED.finditer(text))
    meant = ((at, _meant(word)) for at, word in found if len(word) <= _LONGEST)
    return [(at, word) for at, word in meant if word]


def recipe() -> str:
    """All of this module's choices as text: read otherwise, a comment scores otherwise."""
    return repr((_WORDS, _VEILED.pattern, _AGREED, _LONGEST))
