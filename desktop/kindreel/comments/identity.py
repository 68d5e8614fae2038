"""Words for groups of people, read as one and the same sign.

A name of a group says nothing about kindness. Every such word becomes GROUP, so no group can
count for more than another, and what is learned about the words around one holds for all.
Slurs are not in this list: they are words of abuse.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from kindreel.comments.normalise import GROUP, Codes, Places
from kindreel.comments.words import Words, WordSet

GROUPS = {
    "en": """
    woman women female females men males lady ladies gay gays lesbian lesbians bisexual bisexuals
    homosexual homosexuals queer queers lgbt lgbtq lgbtqia transgender trans transsexual nonbinary
    enby muslim muslims islam islamic jew jews jewish judaism christian christians christianity
    catholic catholics hindu hindus buddhist buddhists sikh sikhs atheist atheists mormon mormons
    black blacks african africans white whites caucasian asian asians chinese japanese korean
    koreans indian indians pakistani pakistanis arab arabs mexican mexicans latino latina latinos
    latinas latinx hispanic hispanics brazilian brazilians filipino filipinos filipina filipinas
    indonesian indonesians malaysian vietnamese thai european europeans american americans british
    russian russians turkish polish german germans french italian italians irish nigerian
    nigerians haitian haitians somali somalis immigrant immigrants migrant migrants refugee
    refugees foreigner foreigners indigenous aboriginal aboriginals native natives roma romani
    disabled disability disabilities autistic autism deaf blind wheelchair dyslexic adhd elderly
    seniors immigrants transwoman transwomen transman transmen palestinian palestinians israeli
    israelis
    """,
    "es": """
    mujer mujeres hombres gay gays lesbiana lesbianas bisexual bisexuales homosexual homosexuales
    queer trans transgenero transexual transexuales musulman musulmana musulmanes musulmanas judio
    judia judios judias cristiano cristiana cristianos cristianas catolico catolica catolicos
    catolicas evangelicos ateo ateos negro negra negros negras blanco blanca blancos blancas
    afromexicano afromexicanos afrodescendientes asiatico asiatica asiaticos asiaticas chino china
    chinos chinas japoneses coreanos arabe arabes indio india indios indias indigena indigenas
    migrante migrantes inmigrante inmigrantes refugiado refugiados extranjero extranjeros mexicano
    mexicana mexicanos mexicanas centroamericano centroamericanos hondureno hondurenos venezolano
    venezolana venezolanos venezolanas colombiano colombianos argentino argentinos espanoles
    gringos haitiano haitianos guatemaltecos salvadorenos cubanos discapacitado discapacitados
    discapacidad autista autistas ciego ciegos sordo sordos ancianos viejitos gitanos zapotecos
    mayas oaxaquenos oaxaquitos chilangos nortenos
    """,
    "pt": """
    mulher mulheres homens gay gays lesbica lesbicas bissexual bissexuais homossexual homossexuais
    trans transexual transexuais transgenero muculmano muculmana muculmanos muculmanas judeu judia
    judeus judias cristao crista cristaos evangelico evangelicos evangelica crente crentes
    catolico catolicos umbandista umbandistas candomble ateu ateus negro negra negros negras preto
    preta pretos pretas branco branca brancos brancas pardo pardos asiatico asiaticos chines
    chineses japones japoneses coreano coreanos arabe arabes indio indios indigena indigenas
    nordestino nordestina nordestinos nordestinas paraiba baiano baianos carioca paulista
    imigrante imigrantes refugiado refugiados venezuelanos haitiano haitianos bolivianos africano
    africanos brasileiros argentinos portugueses deficiente deficientes deficiencia cadeirante
    cadeirantes autista autistas cego cegos surdo surdos idoso idosos ciganos quilombolas
    """,
    "id": """
    perempuan wanita cewek cewe pria laki gay lesbian biseksual homoseksual homo trans transgender
    transpuan lgbt muslim muslimah islam kristen nasrani katolik hindu buddha budha yahudi ateis
    konghucu cina china tionghoa tiongkok arab jawa sunda batak papua ambon minang padang betawi
    madura dayak bugis bali aceh melayu negro afrika asia india bule pribumi asing imigran
    pengungsi rohingya difabel disabilitas autis tunanetra tuli lansia ahmadiyah syiah
    """,
    "tl": """
    babae kababaihan lalaki kalalakihan tomboy bakla beki gay lesbian bisexual trans transgender
    lgbt muslim moro kristiyano katoliko iglesia hudyo itim intsik tsino chinoy bisaya bisdak
    ilokano ilocano kapampangan bikolano waray ilonggo cebuano tausug maranao igorot aeta badjao
    lumad katutubo pinoy pinay pilipino pilipina filipino dayuhan amerikano koreano bumbay indiano
    negro pwd bulag bingi pipi matatanda senior mahirap mahihirap maralita ofw probinsyano
    """,
}
_SIGNS = "👳🧕🌈👲🕋🕌🕍✡☪♿👩👨"


@cache
def _groups() -> WordSet:
    return WordSet([*(w for text in GROUPS.values() for w in text.split()), *_SIGNS])


def mark_groups(codes: Codes, words: Words) -> tuple[Codes, Places, Words]:
    """Every word for a group as GROUP: the characters, where they were, and the words."""
    named = np.flatnonzero(_groups().has(words.number))
    starts, lengths = words.start[named], words.stop[named] - words.start[named]
    keep = np.ones(len(codes), np.bool_)
    keep[_all_places(starts, lengths)] = False
    keep[starts] = True
    kept = np.flatnonzero(keep)
    marked = codes.copy()
    marked[starts] = GROUP
    number, lost = words.number.copy(), np.zeros(len(words.number) + 1, np.int64)
    number[named] = GROUP
    lost[named + 1] = lengths - 1
    lost = np.cumsum(lost)
    return (
        marked.take(kept),
        kept,
        Words(words.start - lost[:-1], words.stop - lost[1:], number),
    )


def _all_places(starts: Places, lengths: Places) -> Places:
    """Every place of spans given by start and length."""
    total = int(lengths.sum())
    first = np.cumsum(lengths) - lengths
    return np.repeat(starts - first, lengths) + np.arange(total)
