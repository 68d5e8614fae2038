"""Phrases that mean one thing: rules for labels that are too rare to learn well.

They read plain text (lower case, no accents, de-masked) and only where the model already has a
suspicion, so they cost little and a phrase alone never overrules a clearly friendly comment.
A phrase that is quoted, denied or condemned makes a comment unsure instead of severe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.comments.features import Features
from kindreel.comments.labels import COLUMN
from kindreel.comments.normalise import text_of
from kindreel.model.comment import Label

CERTAIN = 0.93
"""Likelihood a phrase gives its label."""

DOUBTFUL = 0.5
"""The same when the phrase seems quoted, denied or condemned."""

SUSPICION = 0.02
"""Thin labels below this, with UNKIND below UNKIND_SUSPICION, are not looked at."""

UNKIND_SUSPICION = 0.25
FRIENDLY = 0.97
"""A comment at least this likely kind needs no phrase, it says "you killed it"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One find: label, and the places among the plain characters of the batch."""

    label: Label
    start: int
    stop: int


_SELFHARM = r"""
\bkys\b | \bkill\ (yo)?ur\ ?sel(f|ves)\b | \b(neck|hang|unalive|shoot)\ (yo)?ur\ ?self\b
| \bgo\ (and\ )?(die|hang|kill)\b | \b(you|u)\ (should|need\ to|better|can)\ (just\ |really\ )?die\b
| \bend\ (yo)?ur\ (own\ )?life\b | \bdrink\ (some\ )?bleach\b | \bslit\ (yo)?ur\ (wrists?|throat)\b
| \bjump\ (off|from)\ (a|the|ur|your)\ (bridge|building|roof|cliff|balcony)\b
| \bworld\ (would|wud|will)\ be\ (so\ much\ )?better\ (off\ )?without\ (yo)?u\b
| \ba\ favou?r\ and\ (die|disappear|jump|end)\b
| \b(matate|suicidate|ahorcate|cuelgate|colgate|muerete)\b | \btoma\ cloro\b
| \b(tirate|aventate|lanzate)\ (de|del|desde|por|a\ las\ vias)\b | \bcortate\ las\ venas\b
| \b(quitate\ la\ vida|pegate\ un\ tiro|deberias\ (morirte|matarte|suicidarte))\b
| \b(vai|va|deveria|devia|porque\ nao|pq\ nao|tenta)\ se\ (mat|suicid|enforc)(ar?|e)\b
| ^\W*se\ (mata|mate|enforca|suicida)\b(?!\ de) | \bsuicide\ se\b | \bcorta\ os\ pulsos\b
| \b(pula|se\ joga)\ (da|de|do|na\ frente)\b.{0,14}\b(ponte|janela|predio|trem|onibus|metro)\b
| \b(toma|bebe)\ (veneno|chumbinho|agua\ sanitaria)\b | \bacab[ae]\ com\ (a\ )?(sua|tua)\ vida\b
| \bmundo\ (seria|ficaria)\ melhor\ sem\ (voce|vc|tu)\b | \btira\ a\ propria\ vida\b
| \b(bunuh|gantung)\ diri\ (aja|saja|sana|gih|lo|lu|kau|dong|sono)\b
| \b(mending|mendingan|sana|gih)\ (lo\ |lu\ |kamu\ |elo\ )?(mati|mampus|modar|bunuh\ diri|gantung)\b
| \bmati\ (aja|saja|sana)\b(?!\ (lampu|listrik|gaya|ketawa)) | \bminum\ (baygon|racun|sianida)\b
| \b(loncat|lompat|terjun)\ (aja\ |sana\ )?dari\ (gedung|jembatan|lantai|tebing)\b
| \bakhiri\ (aja\ |saja\ )?hidup\ ?(mu|lo|lu|kamu)\b
| \b(magpakamatay|magbigti|magsuicide|mag\ suicide|maglaslas)\ (ka|na|nalang)\b
| \b(patayin|tapusin)\ mo\ (na\ )?(ang\ )?sarili\ mo\b | \bmagpakamatay\ ka
| \b(wakasan|tapusin)\ mo\ na\ (ang\ )?buhay\ mo\b | \btumalon\ ka\ (na\ )?(sa|mula)\b
| \b(bigti|laslas)\ ka\ na\b | \buminom\ ka\ (na\ )?ng\ (lason|zonrox|muriatic)\b
"""
_THREAT = r"""
\b(i'?ll|ima|imma|(i'?m|we'?re)\ (gonna|going\ to)|i\ will|we\ will|we'?ll|gonna)\ (\w+ing?\ )?
  (kill|murder|stab|shoot|rape|strangle|choke|punch|hurt|bury|burn|beat)[ ]
  (yo?u|ya|(yo)?ur|her|him|them|these|those|\ue002)\b
| \b(i|we)\ know\ where\ (yo)?u\ (live|work|sleep|go\ to\ school)\b | \bwatch\ (yo)?ur\ back\b
| \b(you'?re|ur|you\ are|u\ are)\ (a\ )?dead\ (man|meat|soon)\b
| \b(when|if)\ i\ (ever\ )?(see|find|catch)\ (yo)?u\b.{0,24}\b(kill|beat|punch|dead|hurt|fist)
| \b(shoot|kill|hang|exterminate|gas|lynch|bomb|deport)\ (them\ all|all\ (of\ )?(the\ )?\ue002)
| \bte\ voy\ a\ (matar|partir|golpear|madrear|romper|quebrar|picar|cortar|violar|reventar|balear|
  desaparecer|apunalar|dar\ una?)\b | \bte\ (mato|parto\ la|rompo\ la|quiebro|madreo)\b
| \bvas\ a\ (aparecer|amanecer)\ (muert|en\ (una\ )?bolsa|encostal|tirad|embolsad)
| \b(ya\ )?(se|sabemos)\ (en\ )?donde\ (vives|estudias|trabajas)\b | \bcuidate\ la\ espalda\b
| \bte\ vamos\ a\ (matar|encontrar|partir|levantar|quebrar)\b | \bdate\ por\ muert
| \b(hay|habria)\ que\ (matar|fusilar|quemar|golpear|colgar|linchar)
| \b(vou|vamos|irei)\ te\ (matar|quebrar|arrebentar|bater|socar|esfaquear|furar|estuprar|espancar|
  dar\ uma?\ (tiro|surra|soco))\b | \bte\ (mato|quebro|arrebento|meto\ a\ porrada)\b
| \bsei\ onde\ (voce|vc|tu|ce)\ (mora|estuda|trabalha)\b | \bvou\ te\ (achar|cacar)\b
| \b(se\ eu|quando\ eu)\ te\ (pego|pegar|encontrar|ver\ na\ rua)\b | \bvoce\ (ta|esta)\ mort[oa]\b
| \b(tem|tinha|teria|tem\ mais)\ que\ (morrer|apanhar|matar|metralhar|fuzilar)\b
| \b(gue|gua|gw|aku|saya|kita)\ (akan\ |bakal\ |mau\ |tinggal\ )?(bunuh|gebuk|gebukin|hajar|tusuk|
  bacok|pukul|pukulin|habisi|habisin|tembak|perkosa|culik|cekik|tonjok|penggal)[ ]
  (lo|lu|loe|kamu|kau|elo|muka|kepala|kalian|mereka)\b
| \b(gue|gw|aku|saya|kita)\ (tau|tahu)\ (rumah|alamat|sekolah)\ ?(mu|lo|lu|kamu)\b
| \b(ku)(bunuh|bacok|habisi|tusuk|gebuk|hajar)\b | \bdarah\w*\ halal\b | \bhalal\ darah
| \b(bunuh|bantai|bakar|gantung|tembak|musnahkan|basmi)\ (aja\ |saja\ )?(semua|mereka|\ue002|orang)
| \bawas\ (aja\ )?(lo|lu|kau|kamu)\ (kalo|kalau|nanti|ketemu|di\ jalan)\b
| \btunggu\ (lo|lu|kau|aja)\ (di\ luar|di\ rumah|pembalasan)\b
| \b(papatayin|sasaksakin|bubugbugin|babarilin|sasapakin|gugulpihin|rereypin|ipapapatay|tatagain|
  susunugin|ipapabaril|ipapatumba|dudurugin|babasagin)\ (ko|kita|ka|namin|natin|kayo|ang)\b
| \balam\ ko\ (na\ )?(kung\ )?(saan|san)\ (ka\ )?(nakatira|bahay|nag-?aaral|pumapasok)
| \baabangan\ kita\b | \b(lagot|patay)\ ka\ sa\ ?(akin|kin|amin)\b
| \b(patayin|barilin|bugbugin|sunugin|ibitay|itumba|bitayin)\ (na\ |nyo\ |niyo\ |natin\ )?
  (na\ )?(lahat|ang|yan|yang|mga|sila)
"""
_SEXUAL = r"""
\bsend\ (me\ )?(some\ |(yo)?ur\ )?(nudes?|noods|tits|boobs|feet\ pics)\b | \bbend\ over\b
| \b(wanna|want\ to|i'?d|would|lemme|let\ me|i\ could)\ (\w+\ )?(fuck|smash|bang|rail|breed|lick|
  suck|rape|grope|taste)\ (yo?u|her|him|that|those|them|(yo)?ur|dat|this)\b
| \b(show|flash)\ (us\ |me\ )?((yo)?ur|the|them|those)\ (tits|boobs|ass|pussy|titties|nipples)\b
| \b(sit|ride|bounce|cum)\ on\ (my|ur|your)\ (face|dick|cock|lap|tits)\b
| \bsuck\ (on\ )?my\ (dick|cock|balls)\b | \bspread\ (those|them|(yo)?ur)\ legs\b
| \bhow\ much\ (for|per|a)\ (a\ |the\ |one\ )?(night|hour)\b | \bjerk(ed|ing)?\ off\ to\b
| \bmy\ (dick|cock)\ (is\ |gets?\ )?(so\ )?(hard|inside)
| \b(manda|pasa|envia|mandame|pasame)\ (el\ |tu\ )?(pack|nudes?)\b
| \babre(me)?\ (las|esas)\ piernas\b
| \bte\ (cogeria|follaria|violaria|la\ meto|doy\ hasta|doy\ duro|chupo|lamo)\b
| \bquiero\ (cogerte|follarte|chuparte|mamarte|metertela|cojerte)\b
| \bcuanto\ (cobras|por\ (la|una)\ noche|la\ hora)\b | \b(chupamela|mamamela|chupame\ la)\b
| \bsientate\ en\ mi\ (cara|verga|pito)\b | \bponte\ en\ cuatro\b
| \bque\ (buenas|ricas|rikas)\ (tetas|nalgas|chichis|nachas)\b
| \b(ensena|muestra)(nos|me)?\ (las|el|tus|esas)\ (tetas|chichis|nalgas|culo)\b
| \bmanda\ (um\ )?nudes?\b | \babre\ (as|essas)\ pernas\b | \bfaz\ programa\b
| \b(quero|queria|vou|deixa\ eu)\ te\ (comer|chupar|foder|lamber|arrombar)\b
| \bte\ (comia|fodia)\b
| \bsenta\ (no\ meu|na\ minha)\ (pau|pica|rola|cara|colo)\b
| \bchupa\ (meu|minha)\ (pau|pica|rola)\b
| \bmostra\ (os|a|o|esses|essa)\ (peit|bunda|raba|bucet|teta|bct)
| \bquanto\ (e\ |eh\ )?(cobra|o\ programa|por\ noite|a\ hora)\b
| \bopen\ ?bo\b | \b(pengen|pingin|mau|yuk|kuy|ayo|pen)\ (\w+\ )?(ngewe|ngentot|ewe|entot|ngentotin|
  remes|nenen|jilat|genjot)\b | \bpap\ (tt|toket|memek|nude)\b | \b(vcs|ml)\ (yuk|dong|kuy)\b
| \b(toket|tete|susu|pantat|memek|bokong)\ ?(nya|mu|lo|lu|kamu)?\ (\w+\ )?(gede|besar|
  montok|mulus)\b
| \b(bikin|jadi|langsung)\ (ngaceng|sange|konak)\b | \bsange\ (liat|lihat|gue|gw|aku)\b
| \b(kirim|minta)\ (foto\ )?(bugil|telanjang)\b | \bbahan\ (coli|bacol)\b
| \bberapa\ (semalam|semalem|sejam|per\ ?malam)\b
| \bsarap\ (mong\ |mo\ |niyang\ |nyang\ |nito\ |ng\ )?(kantutin|jakulin|jakolin|lamasin|dilaan|
  tirahin|chupain|susuhin|iyutin|romansahin)\b
| \b(pa)?(kantot|iyot|chupa|tsupa|lamas|hipo)\ (naman|tayo|ka|mo|po|nga)\b | \bkantutan\ tayo\b
| \b(pa)?\ ?send\ (ng\ |naman\ |ka\ )*nudes?\b | \bkantutin\ kita\b | \bnakakalibog\b
| \bpakita\ (naman\ |mo\ |ka\ )*(ang\ |yung\ |ng\ )?(dede|suso|boobs|pwet|puke|pekpek)\b
| \b(laki|lalaki)\ (naman\ )?(ng\ )?(suso|dede|boobs|joga)\b
| \bmagkano\ (ka|isang\ gabi|per\ night)\b
"""
_RULES = {
    Label.SELFHARM: re.compile(_SELFHARM, re.VERBOSE),
    Label.THREAT: re.compile(_THREAT, re.VERBOSE),
    Label.SEXUAL: re.compile(_SEXUAL, re.VERBOSE),
}
_TAKEN_BACK = re.compile(
    r"""["“] | \b(don'?t|do\ not|never|stop|nobody|no\ one|wrong|not\ ok(ay)?|told\ me|telling|
    says?|said|report|bullying|lyrics?|movie|game|no\ digan|dejen|nunca|nadie|me\ dij(o|eron)|
    decirle|parem|nao|ninguem|me\ (disse|mandou)|jangan|(gak|ga|tidak)\ boleh|berhenti|
    huwag|wag|hindi\ dapat|sinabihan|itigil)\b""",
    re.VERBOSE,
)


def _in_comment(plain: str, base: int) -> list[Phrase]:
    return [
        Phrase(label, base + match.start(), base + match.end())
        for label, rule in _RULES.items()
        for match in rule.finditer(plain)
    ]


def find(features: Features, comment: int) -> list[Phrase]:
    """All phrases in one comment of a batch."""
    start = int(features.ends[comment - 1]) + 1 if comment else 0
    codes = features.text.codes[start : int(features.ends[comment])]
    return _in_comment(text_of(codes), start)


def raise_scores(features: Features, scores: NDArray[np.float32]) -> None:
    """Raise the likelihood of labels whose phrases a suspicious comment holds, in place."""
    columns = [COLUMN[label] for label in _RULES]
    unkind = scores[:, COLUMN[Label.UNKIND]]
    suspicious = (scores[:, columns] > SUSPICION).any(axis=1) | (unkind > UNKIND_SUSPICION)
    suspicious &= scores[:, COLUMN[Label.KIND]] < FRIENDLY
    for comment in np.flatnonzero(suspicious):
        found = find(features, int(comment))
        if found:
            _raise_one(features, scores[comment], found)


def _raise_one(features: Features, row: NDArray[np.float32], found: list[Phrase]) -> None:
    sure = {p.label for p in found if not taken_back(features, p)}
    for label in {p.label for p in found}:
        for column in (COLUMN[label], COLUMN[Label.UNKIND]):
            if label in sure:
                row[column] = max(row[column], CERTAIN)
            elif not sure:
                row[column] = DOUBTFUL


def taken_back(features: Features, phrase: Phrase) -> bool:
    """Whether the words before a phrase quote, deny or condemn it."""
    ends = features.ends
    comment = int(np.searchsorted(ends, phrase.start))
    start = int(ends[comment - 1]) + 1 if comment else 0
    before = text_of(features.text.codes[max(start, phrase.start - 60) : phrase.start])
    return _TAKEN_BACK.search(before) is not None
