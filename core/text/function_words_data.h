#pragma once

#include <string_view>

namespace galley::function_words {

/// A language and its function words, with a space between them.
struct Language {
    std::string_view tag;
    std::string_view words;
};

// Words of at most 24 bytes. Languages that share many words with a larger one stand here to compete with it.
inline constexpr Language languages[] = {
    {"en",
     "the of and to in a for on that is was with as by at from it be said has have had he his she her will not "
     "are were their they which who this would been after its an or but than more about when out up"},
    {"de",
     "der die das und in den von zu mit dem im ist des für auf ein eine nicht sich auch nach es sie er an aus "
     "bei wird sind einer einen als am hat werden dass wie zum zur vor noch über um haben war nur aber oder "
     "bis durch"},
    {"fr",
     "le la les des et de du un une en à au aux est pour dans que qui sur par il elle ne pas plus ce cette "
     "avec sont ont été son sa ses se mais ou nous a d l qu leur selon comme"},
    {"es",
     "el la los las de del y en que a un una por con para se no es su al lo más como fue sus pero ha este esta "
     "entre sobre o desde hasta también según son sin ser está"},
    {"pt",
     "o a os as de do da dos das e em no na nos nas que um uma por com para se não é ao à mais como foi seu "
     "sua mas são pelo pela entre sobre também segundo já ser está até"},
    {"it",
     "il la lo i gli le di del della dei delle dell e in nel nella che un una per con si non è al alla da dal "
     "dalla sono più ha come anche ma su l d o se questo questa dopo stato suo"},
    {"nl",
     "de het een en van in op te dat is voor met zijn aan er niet ook als bij om uit naar door over die maar "
     "hij ze wordt was worden heeft nog dan tot deze hebben zich werd meer"},
    {"da",
     "og i at det en den til er på som af med for de ikke der et har fra han var om ved men kan vil også efter "
     "blev bliver skal sig nu eller havde være år"},
    {"nb",
     "og i at det en den til er på som av med for de ikke et har fra han var om ved men kan vil også etter ble "
     "blir skal seg nå eller hadde være år hun sier"},
    {"sv",
     "och i att det en den till är på som av med för de inte ett har från han var om vid men kan också efter "
     "blev blir ska sig nu eller hade vara år hon säger"},
    {"ca",
     "el la els les de del dels i en que a un una per amb es no és al ha als seu seva més com va són però "
     "aquest aquesta entre sobre també segons fins"},
    {"gl",
     "o a os as de do da dos das e en no na nos nas que un unha por con para se non é ao á máis como foi seu "
     "súa mais son polo pola entre sobre tamén segundo xa"},
    {"ro",
     "și şi de la în a cu pe o un din care că nu se al ale lui mai este sunt pentru au fost dar sau după prin "
     "ce va iar până între"},
    {"af",
     "die en van in is het nie dat vir te met op om ook was by aan as hy sy word deur wat uit na maar hulle "
     "kan sal nog oor tot hierdie"},
    {"lb",
     "de den d an vun a mat op ass fir déi dat net och sinn eng e sech bei ginn hat no zu gouf huet war wéi "
     "nach awer"},
    {"pl",
     "i w na z się do nie to że jest od za o po jak przez dla ale są czy już był także oraz który która które "
     "tego przy co było może ze tym jego"},
    {"cs",
     "a v na se je že s z do o to i k ve za by jsou ale jako po při od podle pro není také které který která "
     "bylo byl už ze aby jeho nebo mezi"},
    {"sk",
     "a v na sa je že s z do o to i k vo za by sú ale ako po pri od podľa pre nie aj ktoré ktorý ktorá bolo bol "
     "už zo aby jeho alebo medzi"},
    {"hu",
     "a az és hogy nem is egy ez meg csak volt van de már még el ki be fel mint vagy szerint után azt ezt pedig "
     "lehet lesz amely aki ha"},
    {"fi",
     "ja on ei että se oli hän myös ovat kun mutta joka tai kuin jo vain ole sen mukaan nyt ollut voi jos niin "
     "olisi hänen vielä sitä"},
    {"et",
     "ja on ei et see oli ka kui aga mis kes või oma ta tema nii veel siis olid pole mille kuid ning selle ole "
     "üle juba pärast"},
    {"lv", "un ir ka ar no uz par kas bet vai arī tika kā pie lai jau nav būs viņš pēc gan tā šo to ko līdz bija"},
    {"lt",
     "ir kad yra į iš su bet kaip tai buvo už dėl apie jis po jau ne nuo tik ar dar pat nėra bus kuris prie "
     "savo"},
    {"sl", "in je v na se da za so s z pa ki ne tudi po ni bi kot bo ali bil bila od pri iz pred še že le do bilo kar"},
    {"hr",
     "i je u na se da za su s od o koji a ne što kako će iz do po to ali bi nije kao biti koja koje samo prema "
     "godine"},
    {"tr",
     "ve bir bu da de için ile olarak daha çok en gibi olan ne kadar sonra var değil ise oldu her ancak veya o "
     "ki diye dedi göre"},
    {"az", "və bir bu da də üçün ilə olan daha çox ən kimi sonra var deyil isə olub hər görə ki o edib"},
    {"id",
     "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke juga oleh ada sebagai telah karena saat "
     "mereka kata atau bisa tersebut"},
    {"ms",
     "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke juga oleh ada sebagai telah kerana beliau "
     "boleh berkata mereka atau apabila tersebut"},
    {"vi",
     "và của là có được trong cho với các không những này đã một người khi từ tại về đến cũng để ra vào theo "
     "năm"},
    {"sw",
     "na ya wa kwa ni za katika la cha kuwa hiyo huo baada watu pia kama alisema bila hadi huku ambao yake wake "
     "vya"},
    {"sq", "të e në i dhe për me që një nga se ka do si nuk është janë më kjo ky u por duke ishte ai pas edhe"},
    {"eu", "eta da du ez ere bat izan dira egin baina dute zuen hori zen beste duen baino dela"},
    {"is", "og að í á sem er til um við með en það af fyrir ekki var hann þá verið eru hafa hún frá segir eftir"},
    {"cy", "yn y i a o ar yr mae wedi ei bod gan am oedd fod ond fel ac hefyd bydd"},
    {"ru",
     "и в не на что с по это как он а из за то его к для от о но у так бы был было все после или при они она "
     "также уже ее до"},
    {"uk",
     "і в у на що не з та за до як це від про по його для є був було але вони він ще після або при також вже її "
     "й"},
    {"bg", "и на да в се за от не с е че по са си като ще му до но има го я беше също след или при те"},
    {"mk", "и на да во се за од не со е дека по како ќе му до но има го таа беше исто или при тие"},
    {"sr", "и у је да се на за су од са који не то као што али би или о по није ће из до која које"},
    {"be", "і ў у на што не з да за як гэта ад пра па яго для ён быў было але яны яшчэ пасля або таксама"},
    {"el", "και το να του η της την με για στο από που ο στην οι τα δεν ότι θα είναι στη των τον τους μια αλλά σε"},
    {"he", "של על את לא הוא כי עם גם זה אל היא או כל אבל בין יותר רק אני לאחר אחרי הם"},
    {"ar", "في من على أن إلى عن التي الذي مع هذا هذه ما لا بعد بين كما قال كان وقد أو ذلك خلال حيث إن لم كل قد"},
    {"fa", "و در به از که این را با است برای آن یک می تا بر هم خود شده کرد های اما نیز ها شد اند او"},
    {"ur", "کے کی میں ہے کا سے اور کو نے پر کہ یہ اس بھی ہیں تھا گیا کر ایک نہیں جو تو ان"},
    {"hi", "के में की है को से का और पर ने कि यह इस भी हैं था गया कर एक नहीं जो तो लिए ही हो"},
    {"mr", "आणि आहे या ते व हे की तर मध्ये होते असे त्या आले केले यांनी ही होता"},
    {"ne", "को मा र ले छ छन् भने पनि गरेको गर्न यो हुने भएको लागि एक हो"},
    {"bn", "এই এবং ও করে থেকে হয় না করা জন্য তার সঙ্গে একটি করেন বলে এ তিনি আর যে তা হবে"},
};

}  // namespace galley::function_words
