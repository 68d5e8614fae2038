"""Phrases that mean one thing: rules for labels that are too rare to learn well.

They read plain text (lower case, no accents, de-masked) and only where the model already has a
suspicion, so they cost little and a phrase alone never overrules a clearly friendly comment.
A phrase that is quoted, denied or condemned makes a comment unsure instead of severe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import alternatives
from kindreel.comments.features import Features
from kindreel.comments.labels import COLUMN
from kindreel.comments.normalise import text_of
from kindreel.model.comment import Label

CERTAIN = 0.93
"""Likelihood a phrase gives its label."""

DOUBTFUL = 0.4
"""The same when the phrase seems quoted, denied or condemned."""

SUSPICION = 0.06
"""A label less likely than this has none of its phrases looked for."""

FRIENDLY = 0.97
"""A comment at least this likely kind needs no phrase, it says "you killed it"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One find: label, and the places among the plain characters of the batch."""

    label: Label
    start: int
    stop: int


_SELFHARM = r"""
kys\b | kill\ (yo)?ur\ ?sel(f|ves)\b | (neck|hang|unalive|shoot)\ (yo)?ur\ ?self\b
| go\ (and\ )?(die|hang|kill)\b | (you|u)\ (should|need\ to|better|can)\ (just\ |really\ )?die\b
| end\ (yo)?ur\ (own\ )?life\b | drink\ (some\ )?bleach\b | slit\ (yo)?ur\ (wrists?|throat)\b
| jump\ (off|from)\ (a|the|ur|your)\ (bridge|building|roof|cliff|balcony)\b
| world\ (would|wud|will)\ be\ (so\ much\ )?better\ (off\ )?without\ (yo)?u\b
| a\ favou?r\ and\ (die|disappear|jump|end)\b
| (matate|suicidate|ahorcate|cuelgate|colgate|muerete)\b | toma\ cloro\b
| (tirate|aventate|lanzate)\ (de|del|desde|por|a\ las\ vias)\b | cortate\ las\ venas\b
| (quitate\ la\ vida|pegate\ un\ tiro|deberias\ (morirte|matarte|suicidarte))\b
| (vai|va|deveria|devia|porque\ nao|pq\ nao|tenta)\ se\ (mat|suicid|enforc)(ar?|e)\b
| (?<=^\ )se\ (mata|mate|enforca|suicida)\b(?!\ de) | suicide\ se\b | corta\ os\ pulsos\b
| (pula|se\ joga)\ (da|de|do|na\ frente)\b.{0,14}\b(ponte|janela|predio|trem|onibus|metro)\b
| (toma|bebe)\ (veneno|chumbinho|agua\ sanitaria)\b | acab[ae]\ com\ (a\ )?(sua|tua)\ vida\b
| mundo\ (seria|ficaria)\ melhor\ sem\ (voce|vc|tu)\b | tira\ a\ propria\ vida\b
| (bunuh|gantung)\ diri\ (aja|saja|sana|gih|lo|lu|kau|dong|sono)\b
| (mending|mendingan|sana|gih)\ (lo\ |lu\ |kamu\ |elo\ )?(mati|mampus|modar|bunuh\ diri|gantung)\b
| mati\ (aja|saja|sana)\b(?!\ (lampu|listrik|gaya|ketawa)) | minum\ (baygon|racun|sianida)\b
| (loncat|lompat|terjun)\ (aja\ |sana\ )?dari\ (gedung|jembatan|lantai|tebing)\b
| akhiri\ (aja\ |saja\ )?hidup\ ?(mu|lo|lu|kamu)\b
| (magpakamatay|magbigti|magsuicide|mag\ suicide|maglaslas)\ (ka|na|nalang)\b
| (patayin|tapusin)\ mo\ (na\ )?(ang\ )?sarili\ mo\b | magpakamatay\ ka
| (wakasan|tapusin)\ mo\ na\ (ang\ )?buhay\ mo\b | tumalon\ ka\ (na\ )?(sa|mula)\b
| (bigti|laslas)\ ka\ na\b | uminom\ ka\ (na\ )?ng\ (lason|zonrox|muriatic)\b
"""
_THREAT = r"""
(i'?ll|ima|imma|(i'?m|we'?re)\ (gonna|going\ to)|i\ will|we\ will|we'?ll|gonna)\ (\w+ing?\ )?
  (kill|murder|stab|shoot|rape|strangle|choke|punch|hurt|bury|burn|beat)[ ]
  (yo?u|ya|(yo)?ur|her|him|them|these|those|\ue002)\b
| (i|we)\ know\ where\ (yo)?u\ (live|work|sleep|go\ to\ school)\b | watch\ (yo)?ur\ back\b
| (you'?re|ur|you\ are|u\ are)\ (a\ )?dead\ (man|meat|soon)\b
| (when|if)\ i\ (ever\ )?(see|find|catch)\ (yo)?u\b.{0,24}\b(kill|beat|punch|dead|hurt|fist)
| (shoot|kill|hang|exterminate|gas|lynch|bomb|deport)\ (them\ all|all\ (of\ )?(the\ )?\ue002)
| te\ voy\ a\ (matar|partir|golpear|madrear|romper|quebrar|picar|cortar|violar|reventar|balear|
  desaparecer|apunalar|dar\ una?)\b | te\ (mato|parto\ la|rompo\ la|quiebro|madreo)\b
| vas\ a\ (aparecer|amanecer)\ (muert|en\ (una\ )?bolsa|encostal|tirad|embolsad)
| (ya\ )?(se|sabemos)\ (en\ )?donde\ (vives|estudias|trabajas)\b | cuidate\ la\ espalda\b
| te\ vamos\ a\ (matar|encontrar|partir|levantar|quebrar)\b | date\ por\ muert
| (hay|habria)\ que\ (matar|fusilar|quemar|golpear|colgar|linchar)
| (vou|vamos|irei)\ te\ (matar|quebrar|arrebentar|bater|socar|esfaquear|furar|estuprar|espancar|
  dar\ uma?\ (tiro|surra|soco))\b | te\ (mato|quebro|arrebento|meto\ a\ porrada)\b
| sei\ onde\ (voce|vc|tu|ce)\ (mora|estuda|trabalha)\b | vou\ te\ (achar|cacar)\b
| (se\ eu|quando\ eu)\ te\ (pego|pegar|encontrar|ver\ na\ rua)\b | voce\ (ta|esta)\ mort[oa]\b
| (tem|tinha|teria|tem\ mais)\ que\ (morrer|apanhar|matar|metralhar|fuzilar)\b
| (gue|gua|gw|aku|saya|kita)\ (akan\ |bakal\ |mau\ |tinggal\ )?(bunuh|gebuk|gebukin|hajar|tusuk|
  bacok|pukul|pukulin|habisi|habisin|tembak|perkosa|culik|cekik|tonjok|penggal)[ ]
  (lo|lu|loe|kamu|kau|elo|muka|kepala|kalian|mereka)\b
| (gue|gw|aku|saya|kita)\ (tau|tahu)\ (rumah|alamat|sekolah)\ ?(mu|lo|lu|kamu)\b
| (ku)(bunuh|bacok|habisi|tusuk|gebuk|hajar)\b | darah\w*\ halal\b | halal\ darah
| (bunuh|bantai|bakar|gantung|tembak|musnahkan|basmi)\ (aja\ |saja\ )?(semua|mereka|\ue002|orang)
| awas\ (aja\ )?(lo|lu|kau|kamu)\ (kalo|kalau|nanti|ketemu|di\ jalan)\b
| tunggu\ (lo|lu|kau|aja)\ (di\ luar|di\ rumah|pembalasan)\b
| (papatayin|sasaksakin|bubugbugin|babarilin|sasapakin|gugulpihin|rereypin|ipapapatay|tatagain|
  susunugin|ipapabaril|ipapatumba|dudurugin|babasagin)\ (ko|kita|ka|namin|natin|kayo|ang)\b
| alam\ ko\ (na\ )?(kung\ )?(saan|san)\ (ka\ )?(nakatira|bahay|nag-?aaral|pumapasok)
| aabangan\ kita\b | (lagot|patay)\ ka\ sa\ ?(akin|kin|amin)\b
| (patayin|barilin|bugbugin|sunugin|ibitay|itumba|bitayin)\ (na\ |nyo\ |niyo\ |natin\ )?
  (na\ )?(lahat|ang|yan|yang|mga|sila)
"""
_SEXUAL = r"""
send\ (me\ )?(some\ |(yo)?ur\ )?(nudes?|noods|tits|boobs|feet\ pics)\b | bend\ over\b
| (wanna|want\ to|i'?d|would|lemme|let\ me|i\ could)\ (\w+\ )?(fuck|smash|bang|rail|breed|lick|
  suck|rape|grope|taste)\ (yo?u|her|him|that|those|them|(yo)?ur|dat|this)\b
| (show|flash)\ (us\ |me\ )?((yo)?ur|the|them|those)\ (tits|boobs|ass|pussy|titties|nipples)\b
| (sit|ride|bounce|cum)\ on\ (my|ur|your)\ (face|dick|cock|lap|tits)\b
| suck\ (on\ )?my\ (dick|cock|balls)\b | spread\ (those|them|(yo)?ur)\ legs\b
| how\ much\ (for|per|a)\ (a\ |the\ |one\ )?(night|hour)\b | jerk(ed|ing)?\ off\ to\b
| my\ (dick|cock)\ (is\ |gets?\ )?(so\ )?(hard|inside)
| (manda|pasa|envia|mandame|pasame)\ (el\ |tu\ )?(pack|nudes?)\b
| abre(me)?\ (las|esas)\ piernas\b
| te\ (cogeria|follaria|violaria|la\ meto|doy\ hasta|doy\ duro|chupo|lamo)\b
| quiero\ (cogerte|follarte|chuparte|mamarte|metertela|cojerte)\b
| cuanto\ (cobras|por\ (la|una)\ noche|la\ hora)\b | (chupamela|mamamela|chupame\ la)\b
| sientate\ en\ mi\ (cara|verga|pito)\b | ponte\ en\ cuatro\b
| que\ (buenas|ricas|rikas)\ (tetas|nalgas|chichis|nachas)\b
| (ensena|muestra)(nos|me)?\ (las|el|tus|esas)\ (tetas|chichis|nalgas|culo)\b
| manda\ (um\ )?nudes?\b | abre\ (as|essas)\ pernas\b | faz\ programa\b
| (quero|queria|vou|deixa\ eu)\ te\ (comer|chupar|foder|lamber|arrombar)\b
| te\ (comia|fodia)\b
| senta\ (no\ meu|na\ minha)\ (pau|pica|rola|cara|colo)\b
| chupa\ (meu|minha)\ (pau|pica|rola)\b
| mostra\ (os|a|o|esses|essa)\ (peit|bunda|raba|bucet|teta|bct)
| quanto\ (e\ |eh\ )?(cobra|o\ programa|por\ noite|a\ hora)\b
| open\ ?bo\b | (pengen|pingin|mau|yuk|kuy|ayo|pen)\ (\w+\ )?(ngewe|ngentot|ewe|entot|ngentotin|
  remes|nenen|jilat|genjot)\b | pap\ (tt|toket|memek|nude)\b | (vcs|ml)\ (yuk|dong|kuy)\b
| (toket|tete|susu|pantat|memek|bokong)\ ?(nya|mu|lo|lu|kamu)?\ (\w+\ )?(gede|besar|
  montok|mulus)\b
| (bikin|jadi|langsung)\ (ngaceng|sange|konak)\b | sange\ (liat|lihat|gue|gw|aku)\b
| (kirim|minta)\ (foto\ )?(bugil|telanjang)\b | bahan\ (coli|bacol)\b
| berapa\ (semalam|semalem|sejam|per\ ?malam)\b
| sarap\ (mong\ |mo\ |niyang\ |nyang\ |nito\ |ng\ )?(kantutin|jakulin|jakolin|lamasin|dilaan|
  tirahin|chupain|susuhin|iyutin|romansahin)\b
| (pa)?(kantot|iyot|chupa|tsupa|lamas|hipo)\ (naman|tayo|ka|mo|po|nga)\b | kantutan\ tayo\b
| (pa)?\ ?send\ (ng\ |naman\ |ka\ )*nudes?\b | kantutin\ kita\b | nakakalibog\b
| pakita\ (naman\ |mo\ |ka\ )*(ang\ |yung\ |ng\ )?(dede|suso|boobs|pwet|puke|pekpek)\b
| (laki|lalaki)\ (naman\ )?(ng\ )?(suso|dede|boobs|joga)\b
| magkano\ (ka|isang\ gabi|per\ night)\b
"""
_PHRASES = {Label.SELFHARM: _SELFHARM, Label.THREAT: _THREAT, Label.SEXUAL: _SEXUAL}
_TAKEN_BACK = re.compile(
    r"""["“] | \b(don'?t|do\ not|never|stop|nobody|no\ one|wrong|not\ ok(ay)?|told\ me|telling|
    says?|said|report|bullying|lyrics?|movie|game|no\ digan|dejen|nunca|nadie|me\ dij(o|eron)|
    decirle|parem|nao|ninguem|me\ (disse|mandou)|jangan|(gak|ga|tidak)\ boleh|berhenti|
    huwag|wag|hindi\ dapat|sinabihan|itigil)\b""",
    re.VERBOSE,
)


@cache
def _rule(label: Label) -> re.Pattern[str]:
    return alternatives.compiled(_PHRASES[label])


def find(features: Features, comment: int, labels: Iterable[Label] = _PHRASES) -> list[Phrase]:
    """All phrases for some labels in one comment of a batch."""
    start = int(features.ends[comment - 1]) + 1 if comment else 0
    plain = text_of(features.text.codes[start : int(features.ends[comment])])
    return [
        Phrase(label, start + match.start(), start + match.end())
        for label in labels
        for match in _rule(label).finditer(plain)
    ]


def raise_scores(features: Features, scores: NDArray[np.float32]) -> None:
    """Raise the likelihood of labels whose phrases a suspicious comment holds, in place."""
    rules = list(_PHRASES)
    suspicious = scores[:, [COLUMN[label] for label in rules]] > SUSPICION
    suspicious &= (scores[:, COLUMN[Label.KIND]] < FRIENDLY)[:, None]
    for comment in np.flatnonzero(suspicious.any(axis=1)):
        labels = [label for label, asked in zip(rules, suspicious[comment], strict=True) if asked]
        found = find(features, int(comment), labels)
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
