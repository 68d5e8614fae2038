"""Small words that turn the meaning of those around them, in the five languages."""

from __future__ import annotations

from functools import cache

from kindreel.comments.words import WordSet

_NEGATIONS = """
no not never dont don't doesnt doesn't didnt didn't isnt isn't arent aren't wasnt wasn't werent
weren't
cant can't cannot wont won't wouldnt wouldn't shouldnt shouldn't couldnt couldn't aint ain't
nobody
none nothing neither nor without hardly
nunca jamas tampoco nadie ningun ninguna nada sin ni
nao n jamais ninguem nenhum nenhuma nem sem
tidak tak ga gak nggak enggak ngga engga ngk gk g kagak bukan jangan jgn belum tanpa
hindi di hnd hndi huwag wag wala walang ayaw
"""
_ADDRESSED = """
you u ur your you're youre yours yourself ya y'all yall urself
tu ti te usted ustedes contigo eres tus tuyo vos
vc voce vcs voces teu tua contigo ce cê tuas teus
kamu km lo lu loe elu elo kau anda kalian kowe mu
ka ikaw mo kang kayo nyo niyo ninyo sayo sa'yo sayong iyo ikaw inyo
"""
_CONDEMNING = """
racist racism sexist sexism homophobic homophobia transphobic transphobia bigot bigoted hateful
unacceptable wrong disgraceful ashamed bullying bully offensive insult insulting apologise
apologize
stop shouldn't shouldnt report reported called calling said says saying tell telling tells
disagree
tolerate deserve deserves respect
racista racismo machismo machista homofobia homofobico xenofobia clasismo clasista ofensivo
insultar
insulten insultos insulto dejen deja basta mal dicen dijo decir diciendo repórtenlo denuncien
respeten
respeto bullying merecen merece
errado xingar xingando xingamento parem pare denuncia denunciem respeito respeitem ofender ofensa
preconceito preconceituoso chamou chamar chamando disse dizer dizem falou falar merecem
rasis rasisme menghina hina hinaan ngehina berhenti stop salah laporin laporkan hargai hormati
bilang
ngomong bully bullying diskriminasi pantas layak
mali maling rasista pang-iinsulto iniinsulto nang-iinsulto itigil tigilan bastos respeto irespeto
igalang sabihin sabihan sinabi sinabihan tawagin tinawag tinatawag diskriminasyon bully bullying
"""


@cache
def negations() -> WordSet:
    """Words that deny what follows."""
    return WordSet(_NEGATIONS.split())


@cache
def addressed() -> WordSet:
    """Words that speak to the reader."""
    return WordSet(_ADDRESSED.split())


@cache
def condemning() -> WordSet:
    """Words that report or condemn what somebody said."""
    return WordSet(_CONDEMNING.split())
