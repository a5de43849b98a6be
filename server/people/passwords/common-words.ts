/**
 * What people build passwords from when asked for a long one, gathered by us from everyday life:
 * with digits, capitals and signs between them, and any two in a row, these make far more than
 * the three thousand commonest passwords of fifteen characters and over (ASVS 6.2.4).
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwords passwort passcode passphrase passkey pass word secret secrets private secure security
  login logon signin welcome hello hallo letmein access open sesame enter changeme change default temp
  temporary test testing tester demo example sample admin administrator administration root super superuser
  user users username guest public account accounts master system server computer laptop internet network
  website online office windows microsoft google apple android samsung nokia facebook twitter youtube amazon
  netflix spotify linux oracle cisco database excel outlook email mail phone mobile keyboard monitor printer
  wifi router desktop download upload backup update
  qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qaz wsx qazwsx abc abcd abcdef
  love lover lovers loving iloveyou iloveu loveyou loveme sweet sweetheart sweetie honey baby babygirl babe
  darling angel angels princess prince queen king kings beautiful pretty gorgeous lovely cute happy smile
  smiley forever always together friends friend friendship bestfriend family mother father mummy daddy mum
  dad mama papa brother sister nana grandma grandad granny kiss kisses hugs heart hearts soul dream dreams
  dreamer hope faith trust peace freedom liberty life live living wonderful amazing awesome fantastic
  unbelievable incredible brilliant perfect special precious treasure magic magical miracle lucky luck chance destiny wedding
  monkey dragon tiger lion lions wolf wolves bear bears eagle eagles falcon falcons hawk shark panther
  leopard jaguar puma cougar cobra python snake spider scorpion horse horses pony donkey rabbit bunny kitten
  kitty cat cats puppy dog dogs doggy buddy rover bulldog terrier hamster mouse chicken turkey duck penguin
  dolphin whale turtle frog butterfly bumblebee elephant giraffe zebra gorilla panda koala fox badger otter
  hedgehog squirrel robin phoenix unicorn
  red blue green yellow orange purple violet pink black white silver golden gold grey brown scarlet crimson
  spring summer autumn winter january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday morning night midnight today tomorrow
  yesterday weekend holiday holidays christmas easter halloween birthday newyear sunshine sunset sunrise
  sunny moon moonlight stars star starlight sky heaven rainbow snow snowman snowflake storm thunder lightning
  rain ocean sea beach island river mountain forest garden flower flowers rose roses daisy lily poppy
  sunflower blossom tree apples banana cherry strawberry lemon peach orange mango coffee chocolate cookie
  biscuit cheese butter sugar candy pepper ginger honeybee pizza burger beer whisky vodka cider
  football soccer cricket rugby tennis golf hockey basketball baseball netball swimming running cycling
  boxing racing champion champions winner player striker captain united city rovers wanderers athletic
  albion hotspur county town rangers celtic arsenal chelsea liverpool everton manchester tottenham newcastle
  sunderland leeds leedsunited sheffield wednesday barnsley bradford huddersfield halifax hull york derby
  nottingham leicester birmingham villa coventry norwich ipswich southampton portsmouth brighton bristol
  cardiff swansea wales scotland ireland england english britain british london edinburgh glasgow dundee
  aberdeen belfast dublin cornwall devon yorkshire lancashire essex kent europe america australia canada
  france paris germany berlin italy spain madrid barcelona brazil india pakistan africa jamaica mexico china
  japan ronaldo messi beckham rooney gerrard manutd mufc gunners reds blues
  michael jennifer christopher jessica matthew ashley joshua amanda david daniel james robert john joseph
  andrew ryan brandon jason justin sarah william jonathan stephanie brian nicole nicholas anthony heather
  eric elizabeth adam megan melissa kevin steven thomas timothy christina kyle rachel laura lauren amber
  brittany danielle richard kimberly jeffrey amy crystal michelle tiffany jeremy benjamin mark emily aaron
  charles rebecca jacob stephen patrick sean erin zachary jamie kelly samantha nathan sara dustin paul angela
  tyler scott katherine andrea gregory erica mary travis lisa kenneth bryan lindsey kristen jose alexander
  jesse katie lindsay shannon vanessa courtney christine alicia cody allison bradley samuel george harry
  oliver jack charlie jacob alfie freddie archie oscar leo arthur noah muhammad mohammed ahmed ali olivia
  amelia isla ava mia isabella sophia sophie grace poppy ella evie charlotte lucy chloe hannah holly molly
  alice florence freya daisy phoebe abigail georgia victoria margaret susan karen julie helen claire emma
  jane anne annie fiona gemma kate louise natalie simon peter philip martin stuart graham gary ian keith neil
  nigel trevor barry derek colin dennis roger terry tony alan alex max toby luke lewis callum connor liam
  dylan owen rhys ethan logan mason tyson rocky bailey milo bella luna coco ruby
  batman superman spiderman ironman avengers marvel starwars skywalker vader jedi yoda matrix gandalf
  frodo hobbit pokemon pikachu mario luigi zelda sonic minecraft fortnite roblox xbox playstation nintendo
  warcraft gamer gaming warrior knight ninja samurai pirate pirates wizard witch vampire zombie monster ghost
  demon devil killer hunter shooter sniper soldier army navy marine police fire fireman power powerful
  thunderbird mustang ferrari porsche mercedes bmw audi ford toyota honda yamaha harley davidson corvette
  camaro range rover landrover mini jaguar beetle potter hogwarts hermione disney mickey minnie goofy tigger
  simpsons homer bart friends doctor who sherlock holmes james bond
  music guitar drummer piano metal rock rockstar punk jazz blues metallica nirvana slipknot greenday eminem
  beatles elvis queen madonna beyonce rihanna adele coldplay oasis genesis floyd zeppelin megadeth ironmaiden
  jesus christ god lord church bible heaven saviour praise blessed bless amen holy spirit allah mohammad
  krishna buddha jehovah church pastor
  money cash dollar dollars pound pounds million millionaire rich business company manager director boss work
  worker working job school college university teacher student nurse doctor lawyer engineer builder driver
  sales marketing finance accounting payroll human resources service services support helpdesk customer
  department team member council councillor borough district county partnership partners area agreement
  performance target targets indicator indicators scrutiny committee officer figures data report reports
  kipling friend six sixfriends honest serving men
  new old good bad best better great big little large small first second last next one two three four five
  seven eight nine ten hundred thousand number numbers letter letters
  this that there here what when where which why how who not never nothing something everything anything
  everyone nobody please thank thanks thankyou sorry goodbye cheers okay cool hot cold sexy crazy stupid
  funny easy simple hard strong strongest long longer short enough character characters minimum must have
  need want know remember forget forgot forgotten think believe make makes play playing run running walk
  jump fly flying go going come home house street road bridge castle tower palace station corner door window
  kitchen bedroom table chair bottle paper pencil book books story stories movie movies picture photo video
  correct horse battery staple quick jumps over lazy
  `
    .trim()
    .split(/\s+/),
)

/** Little words that cost a guesser nothing. */
export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  'a i an and are as at be by do for from in is it me my no of on or so the to up us we you your our with'.split(
    ' ',
  ),
)

/** Whole sayings, spaces left out. */
export const SAYINGS: ReadonlySet<string> = new Set(
  `
  correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumpsoverthelazydog youllneverwalkalone
  maytheforcebewithyou tobeornottobe iamyourfather livelongandprosper todayisagoodday onceuponatime
  happilyeverafter allyouneedislove letitbe wearethechampions godsavetheking godsavethequeen rulebritannia
  keepcalmandcarryon mindthegap nevergiveup neversaynever carpediem hakunamatata supercalifragilistic
  supercalifragilisticexpialidocious antidisestablishmentarianism alexanderthegreat williamshakespeare
  harrypotterandthe gameofthrones lordoftherings thelordoftherings returnoftheking starwarsepisode
  backtothefuture pulpfiction fightclub theshawshankredemption onedirection justinbieber taylorswift
  michaeljackson elvispresley bobmarley johnlennon freddiemercury ledzeppelin pinkfloyd rollingstones
  linkinpark greenday redhotchilipeppers bohemianrhapsody stairwaytoheaven hotelcalifornia comeonyouspurs
  comeonyoureds gloryglorymanunited manchesterunited manchestercity tottenhamhotspur westhamunited
  newcastleunited sheffieldwednesday sheffieldunited nottinghamforest wolverhampton bluemoonrising
  forzajuventus realmadrid fcbarcelona cristianoronaldo lionelmessi iwillalwaysloveyou iloveyousomuch
  iloveyouforever iloveyoubaby imissyou loveislove jesusismysaviour jesusismylord jesuslovesme
  jesuschristislord godisgood godisgreat thelordismyshepherd inthebeginning inthenameofgod praisethelord
  blessedbethename hallowedbethyname ourfatherwhoartinheaven thisismypassword thisisapassword
  mypasswordispassword whatisthepassword whatsthepassword idontknow idontcare whocares noneofyourbusiness
  leavemealone donttouchthis opensesame nothinghere trustnoone trustno winteriscoming iambatman iamgroot
  toinfinityandbeyond thereisnospoon thetruthisoutthere sixhonestservingmen ikeepsixhonestservingmen
  whatandwhyandwhen
  `
    .trim()
    .split(/\s+/),
)
