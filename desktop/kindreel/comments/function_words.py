"""Words that hold a sentence together and say nothing by themselves, in all five languages.

They have weights, as how one speaks tells something, but as a reason they tell a reader nothing.
Written as normalised text is: small, without accents.
"""

from __future__ import annotations

_WORDS = """
a about after again all also am an and any are as at be been before being but by can could did do
does doing done for from get go going got had has have he her here him his how i if in into is it
its just like make me more much my no nor not now of off on one only or our out over own re she so
some such than that the their them then there these they this those thing things through to too up
us ve very was we were what when where which while who why will with would you your yours u ur im
dont doesnt didnt isnt arent wont cant thats theres youre theyre hes shes become really because less
cannot maybe else even ever every everyday everything anything something still yet both each few
many most next often since though until upon whether within without yes actually already always
although anyway anyone around basically either enough everyone instead literally lot might must
neither okay perhaps probably quite rather same several should somebody someone sometimes somewhere
soon therefore today toward towards usually whatever whenever whoever whose

al algo ahi ahora alla alli ante antes aqui asi aun aunque cada como con contra cual cuando da das
de del desde donde dos e el ella ellas ellos en entre era eran eres es esa esas ese eso esos esta
estaba estan estar estas este esto estos estoy fue fueron ha han hasta hay he hizo la las le les lo
los mas me mi mis mucho muy nada ni nos nosotros nuestra nuestro o os otra otro para pero por porque
pues q que quien quienes se sea ser si sido sin sobre son soy su sus tal tambien tan tanto te tener
tengo ti tiene tienen tienes todo todos toda todas tu tus un una unas uno unos va van ver vez voy y
ya yo pa pq xq d k supongo segun entonces luego mientras ademas casi solo incluso sino tampoco cosa
cosas igual porfa porfavor hacia hacer hace hacen dice dicen dijo haciendo hago haces hiciera bueno
siempre nunca debe deben debo deberia deberian podria podrian podrias puede pueden puedes puedo
podemos habia habian habria hubiera hubieran haya hayan hemos estamos estado estaban seria serian
creo crees parece parecen pareces dar darle despues alguien ningun ninguna ninguno demas tenia
tenian tuvo esten

ao aos aquela aquele aquilo as ate cade com da das de dela dele deles depois do dos ela elas ele
eles em entao era essa esse esses esta estao estar este estes eu fez foi for foram ha isso isto ja
la lhe mais mas me mesmo meu meus minha muito na nao nas nem no nos nossa nosso num numa o os ou
para pela pelo pra pro por porque q qual quando que quem se sem ser seu seus so sobre sua suas tao
ta te tem tenho ter teu to tu tua tudo um uma umas uns vai voce voces vc vcs vou dum duma tava ainda
algum alguma alguns aqui assim antes agora cara coisa coisas dai dessa desse disso hoje ontem outra
dar deu sao parece parecem pode podem posso podia poderia poder deixa deixar quer querem quero acho
acha sabe sabem sei tinha tinham tive estava estavam estou estamos somos seria nunca nenhum nenhuma
alguem qualquer cada toda todas todos ficar fica ficou deve devem deveria outro outros quanto sempre
tambem vamos vem fazer faz fazem gente explica

ada adalah aja akan aku anda apa atau bahwa banyak begini begitu belum bgt bisa buat bukan dah dalam
dan dari dengan di dia dong dr dulu ga gak gitu gue gua gw hanya harus ia ini itu jadi jangan juga
jd jg kah kalau kali kalo kami kamu kan karena kau kayak kaya ke kek kenapa ketika kita klo km kok
lagi lah lalu lebih lg lo loh lu maka mana masih mau memang mereka mu nah nggak ngga nih nya oleh on
orang pada para pas per pernah pun punya saat saja sama sampai saya sebagai sebuah sedang sekali
semua seperti si siapa sih sini situ sudah supaya tak tanpa tapi tdk telah terus tetap tidak tp tuh
udah udh untuk utk ya yah yaitu yang yg lain bang kak mas mbak om pak bu teh kang mang auto kepada
maupun selalu semakin terhadap tersebut tentang sekarang kemarin besok begitulah agak apapun banget
bangets gausah usah gimana kapan dimana padahal malah doang cuma cuman mungkin biar emang harusnya
seharusnya makanya soalnya pake pakai bikin tau tahu kakak bapak ibu dek adek adik kadang sering
tiap setiap semuanya sendiri sesuatu seseorang

ako akin ikaw iyong inyo ano anong ang at ay ba bago bakit basta bawat dahil daw din dito diyan doon
eh gaya gusto hanggang hindi di ito iyan iyo iyon ka kami kanila kanya kapag kasi kay kayo kaya kita
ko kung lahat lamang lang may maging mag mas mga mo mong na naman namin natin ng nga ngayon ni nila
nito niya niyan niyo nya nyo nang nasa o pa pag pala para parang pati pero pwede po rin raw sa saan
sana si sila sino siya sya sobra tayo talaga tapos tulad un ung wala walang yan yang yata yon yun
yung alam baka dapat ibang iba ibat kahit kayong kundi lalo lalong napaka nalang nitong nasaan ngang
puro puros sayo sakin satin talagang tayong tong tungkol wag wagka kanino ganon ganun ganyan ganito
kaysa maski mismo mula nung noong nuon nyan pang pangalan upang totoo isa isang dyan jan iyang
mukhang halatang sinasabi sabihin ginagawa gumagawa gawin naging nagiging palagi minsan kailangan
kelangan ilan ilang marami maraming dami halos medyo siguro subukan subukang ibig sabi sabihing
ganyang
"""

FUNCTION_WORDS = frozenset(_WORDS.split())
