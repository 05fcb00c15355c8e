//! What the records speak of. Each in English and Spanish.

pub type Said = (&'static str, &'static str);

/// Places of an invented region. Names stay as they are in every language.
pub const PLACES: [&str; 48] = [
    "Alder Falls",
    "Peñasco",
    "Bricktown",
    "San Martín",
    "Cold Spring",
    "La Esperanza",
    "Dunmore",
    "Río Claro",
    "Eastgate",
    "Santa Inés",
    "Fallow Hill",
    "Val Verde",
    "Glassworks",
    "Los Álamos Bajos",
    "Harbor End",
    "Ñandú Bend",
    "Ironbridge",
    "Las Cañadas",
    "Juniper Flat",
    "El Otoño",
    "Kiln Row",
    "Cerro Azul",
    "Lantern Hill",
    "Dos Caminos",
    "Mossgate",
    "Lomas Altas",
    "North Weir",
    "Agua Fría",
    "Orchard Side",
    "Tres Puentes",
    "Pelham's Mill",
    "Ciénega",
    "Quarry Bank",
    "Mesón Viejo",
    "Rushford",
    "La Vía",
    "Saltmarsh",
    "Olmedo",
    "Tanner's Yard",
    "Palo Mayor",
    "Underhill",
    "Jardín Sur",
    "Vane Street",
    "Corazón",
    "Westlock",
    "Piñón Creek",
    "Yarrow",
    "Zócalo Norte",
];

/// A result, its theme, and two conditions, each with whether more of it is better.
type Aim = (Said, Said, [(Said, bool); 2]);

/// Results, each with two conditions that can be measured: what is said of people, and whether more of it is better.
pub const GOALS: [Aim; 12] = [
    (
        ("Every home is safe and lasting", "Toda vivienda es segura y duradera"),
        ("Housing", "Vivienda"),
        [
            (("who live in a home without mold", "que viven en una casa sin moho"), true),
            (("who had to move twice in a year", "que tuvieron que mudarse dos veces en un año"), false),
        ],
    ),
    (
        ("Nobody goes to bed hungry", "Nadie se acuesta con hambre"),
        ("Food", "Alimentación"),
        [
            (("who eat vegetables every day", "que comen verduras cada día"), true),
            (("who skipped a meal for want of money", "que se saltaron una comida por falta de dinero"), false),
        ],
    ),
    (
        ("Children arrive at school ready", "La niñez llega preparada a la escuela"),
        ("Early years", "Primera infancia"),
        [
            (("who read with a child most days", "que leen con un niño casi todos los días"), true),
            (("who wait for a place in child care", "que esperan una plaza de guardería"), false),
        ],
    ),
    (
        ("Care is near, in time and in your language", "La atención está cerca, a tiempo y en su idioma"),
        ("Care", "Atención"),
        [
            (("who see a doctor within a week", "que ven a un médico en una semana"), true),
            (("who put off care because of its price", "que aplazan la atención por su precio"), false),
        ],
    ),
    (
        ("Work pays for a life", "El trabajo alcanza para vivir"),
        ("Work", "Trabajo"),
        [
            (("who earn a wage they can live on", "que ganan un sueldo con el que pueden vivir"), true),
            (("who look for work for over a year", "que buscan trabajo desde hace más de un año"), false),
        ],
    ),
    (
        ("Streets are safe by day and by night", "Las calles son seguras de día y de noche"),
        ("Safety", "Seguridad"),
        [
            (("who walk home after dark without fear", "que vuelven a casa de noche sin miedo"), true),
            (("who stayed at home for fear of traffic", "que se quedaron en casa por miedo al tráfico"), false),
        ],
    ),
    (
        ("Neighbors know and help each other", "La gente del barrio se conoce y se ayuda"),
        ("Belonging", "Pertenencia"),
        [
            (("who know somebody to call at night", "que saben a quién llamar de noche"), true),
            (("who spoke to nobody for a whole day", "que no hablaron con nadie en todo un día"), false),
        ],
    ),
    (
        ("Air, water and soil harm nobody", "El aire, el agua y el suelo no dañan a nadie"),
        ("Environment", "Ambiente"),
        [
            (("who live ten minutes from a park", "que viven a diez minutos de un parque"), true),
            (("who were warned of bad air this season", "que recibieron avisos de mal aire en la temporada"), false),
        ],
    ),
    (
        ("Everybody can get where they need to go", "Toda persona puede llegar adonde necesita"),
        ("Getting around", "Movilidad"),
        [
            (("who have a bus every quarter hour", "que tienen autobús cada cuarto de hora"), true),
            (("who missed a visit for want of a ride", "que perdieron una cita por no tener transporte"), false),
        ],
    ),
    (
        ("Everybody can learn all their lives", "Toda persona puede aprender toda la vida"),
        ("Learning", "Aprendizaje"),
        [
            (("who took a course in the last year", "que hicieron un curso en el último año"), true),
            (("who left a course before its end", "que dejaron un curso antes del final"), false),
        ],
    ),
    (
        ("Minds are as well looked after as bodies", "La mente se cuida tanto como el cuerpo"),
        ("Well-being", "Bienestar"),
        [
            (("who sleep well on most nights", "que duermen bien casi todas las noches"), true),
            (("who felt low for two weeks or more", "que se sintieron mal dos semanas o más"), false),
        ],
    ),
    (
        ("Residents decide about what concerns them", "La gente decide sobre lo que le afecta"),
        ("Voice", "Voz"),
        [
            (("who say that the council listens", "que dicen que el ayuntamiento escucha"), true),
            (("who do not know whom to ask at city hall", "que no saben a quién preguntar en el ayuntamiento"), false),
        ],
    ),
];

/// Of whom a population indicator speaks.
pub const WHOM: [Said; 16] = [
    ("Adults", "Personas adultas"),
    ("Young people", "Jóvenes"),
    ("People over sixty-five", "Personas de más de sesenta y cinco años"),
    ("Families with children", "Familias con hijos"),
    ("People who rent", "Personas que alquilan"),
    ("People who own their home", "Personas con casa propia"),
    ("People who work shifts", "Personas que trabajan por turnos"),
    ("People with a disability", "Personas con discapacidad"),
    ("People new to the region", "Personas recién llegadas a la región"),
    ("Parents on their own", "Madres y padres solos"),
    ("Grandparents who raise children", "Abuelos que crían niños"),
    ("Students", "Estudiantes"),
    ("People who served in the army", "Personas que sirvieron en el ejército"),
    ("People who work on farms", "Personas que trabajan en el campo"),
    ("People who care for a relative", "Personas que cuidan a un familiar"),
    ("People without a car", "Personas sin coche"),
];

/// What an activity is about.
pub const THEMES: [Said; 24] = [
    ("reading", "lectura"),
    ("cooking", "cocina"),
    ("asthma", "asma"),
    ("tenancy", "alquiler"),
    ("bike repair", "reparación de bicicletas"),
    ("home repair", "arreglo de casas"),
    ("child care", "cuidado infantil"),
    ("English", "inglés"),
    ("Spanish", "español"),
    ("job search", "búsqueda de empleo"),
    ("gardening", "jardinería"),
    ("dental care", "salud dental"),
    ("swimming", "natación"),
    ("music", "música"),
    ("math", "matemáticas"),
    ("benefits", "prestaciones"),
    ("legal advice", "asesoría legal"),
    ("heat safety", "prevención del calor"),
    ("walking", "caminata"),
    ("sewing", "costura"),
    ("computing", "informática"),
    ("first aid", "primeros auxilios"),
    ("theater", "teatro"),
    ("vaccination", "vacunación"),
];

/// What form an activity has; `~` stands for its theme.
pub const FORMS: [(Said, &str); 14] = [
    (("~ circle", "Círculo de ~"), "programme"),
    (("~ evenings", "Noches de ~"), "event_series"),
    (("~ van", "Furgoneta de ~"), "service"),
    (("~ desk", "Mesa de ~"), "service"),
    (("~ mornings", "Mañanas de ~"), "event_series"),
    (("~ fund", "Fondo de ~"), "project"),
    (("~ course", "Curso de ~"), "programme"),
    (("~ visits", "Visitas de ~"), "service"),
    (("~ line", "Línea de ~"), "service"),
    (("~ club", "Club de ~"), "programme"),
    (("~ teams", "Equipos de ~"), "project"),
    (("~ days", "Jornadas de ~"), "campaign"),
    (("~ room", "Sala de ~"), "project"),
    (("~ network", "Red de ~"), "systems_change"),
];

/// Kinds of partners: name after the place, kind, role, what it does.
pub const PARTNERS: [(Said, &str, &str, Said); 12] = [
    (("Health District", "Distrito de Salud"), "public_agency", "steering", ("public health", "la salud pública")),
    (("Food Bank", "Banco de Alimentos"), "nonprofit", "delivery", ("food for every table", "comida para cada mesa")),
    (
        ("Unified Schools", "Escuelas Unificadas"),
        "school",
        "delivery",
        ("schools and what surrounds them", "las escuelas y su entorno"),
    ),
    (
        ("Neighbors", "Vecinos"),
        "resident_group",
        "resident_voice",
        ("what residents ask for", "lo que pide el vecindario"),
    ),
    (("Foundation", "Fundación"), "funder", "funder", ("money that stays for years", "dinero que dura años")),
    (("Clinic", "Clínica"), "health", "delivery", ("care within walking distance", "atención a pocos pasos")),
    (
        ("Housing Trust", "Fondo de Vivienda"),
        "nonprofit",
        "delivery",
        ("homes that people can pay", "casas que se pueden pagar"),
    ),
    (
        ("College", "Instituto"),
        "university",
        "data",
        ("figures that people can check", "cifras que se pueden comprobar"),
    ),
    (
        ("Hardware Co-op", "Cooperativa de Ferretería"),
        "business",
        "ally",
        ("tools and rooms to lend", "herramientas y salas para prestar"),
    ),
    (
        ("Interfaith Table", "Mesa Interreligiosa"),
        "faith",
        "convener",
        ("people who never met before", "gente que nunca se había reunido"),
    ),
    (("Radio", "Radio"), "media", "ally", ("news in two languages", "noticias en dos idiomas")),
    (
        ("Youth Council", "Consejo Juvenil"),
        "informal_group",
        "resident_voice",
        ("what young people decide", "lo que deciden los jóvenes"),
    ),
];

/// What a programme can count: title, question, unit, whether more is better.
pub const MEASURES: [(Said, &str, Unit, bool); 10] = [
    (("People reached", "Personas atendidas"), "how_much", Unit::People, true),
    (("Came back", "Volvieron"), "how_well", Unit::Percent, true),
    (("Days of waiting", "Días de espera"), "how_well", Unit::Days, false),
    (("Better off after it", "Mejor después"), "better_off", Unit::Percent, true),
    (("Cost for each person", "Costo por persona"), "how_well", Unit::Dollars, false),
    (("Hours given by volunteers", "Horas de voluntariado"), "how_much", Unit::Hours, true),
    (("Served in their language", "Atención en su idioma"), "how_well", Unit::Percent, true),
    (("Dropped out", "Abandonaron"), "how_well", Unit::Percent, false),
    (("Reached their own aim", "Lograron su propio fin"), "better_off", Unit::Percent, true),
    (("Sessions held", "Sesiones"), "how_much", Unit::Sessions, true),
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Percent,
    People,
    Sessions,
    Hours,
    Days,
    Dollars,
}

/// Ways of working: title and kind.
pub const STRATEGIES: [(Said, &str); 10] = [
    (("Go to where people are", "Ir adonde está la gente"), "programme"),
    (("Change the rule, not the form", "Cambiar la regla, no el formulario"), "policy"),
    (("Pay residents for their time", "Pagar a la gente por su tiempo"), "engagement"),
    (("One door for many services", "Una puerta para muchos servicios"), "systems_change"),
    (("Ask the same question every year", "Hacer la misma pregunta cada año"), "data"),
    (("Begin before there is trouble", "Empezar antes del problema"), "programme"),
    (("Train people from the street itself", "Formar a gente de la propia calle"), "programme"),
    (("Share rooms, cars and kitchens", "Compartir salas, coches y cocinas"), "systems_change"),
    (("Put money where the gap is", "Poner el dinero donde está la brecha"), "policy"),
    (("Let residents judge the work", "Dejar que la gente juzgue el trabajo"), "engagement"),
];

/// What is promised; `~` stands for a place.
pub const PROMISES: [Said; 10] = [
    ("We open the doors in ~ one hour earlier, every weekday.", "Abrimos en ~ una hora antes, de lunes a viernes."),
    ("We answer every letter from ~ within ten days.", "Respondemos toda carta de ~ en diez días."),
    ("We publish the figures for ~ before each meeting.", "Publicamos las cifras de ~ antes de cada reunión."),
    ("We hire two people from ~ for the new team.", "Contratamos a dos personas de ~ para el equipo nuevo."),
    ("We keep the room in ~ free of charge.", "Mantenemos gratis la sala de ~."),
    ("We repair the lamps in ~ before winter.", "Arreglamos las lámparas de ~ antes del invierno."),
    ("We bring an interpreter to every meeting in ~.", "Llevamos intérprete a toda reunión en ~."),
    ("We plant forty trees in ~ together with the school.", "Plantamos cuarenta árboles en ~ junto con la escuela."),
    ("We give residents of ~ half of the seats.", "Damos a la gente de ~ la mitad de los asientos."),
    ("We sweep the square in ~ after each market.", "Barremos la plaza de ~ después de cada mercado."),
];

/// What is asked in a process; `~` stands for a theme, `^` for a place.
pub const QUESTIONS: [Said; 6] = [
    ("What would make ~ in ^ easier for you?", "¿Qué le haría más fácil lo de ~ en ^?"),
    ("Which hours for ~ in ^ fit your week?", "¿Qué horas de ~ en ^ le convienen?"),
    ("Who in ^ is missing when it comes to ~?", "¿Quién falta en ^ cuando se trata de ~?"),
    ("Where in ^ should ~ have its place?", "¿Dónde debería tener su lugar lo de ~ en ^?"),
    ("What should stop, stay or begin with ~ in ^?", "¿Qué debe acabar, seguir o empezar con ~ en ^?"),
    ("How do you want to hear about ~ in ^?", "¿Cómo quiere enterarse de lo de ~ en ^?"),
];

/// What moves or holds a figure.
pub const REASONS: [Said; 8] = [
    ("Two partners share one waiting list now.", "Dos socios comparten ahora una sola lista de espera."),
    ("The bus to the clinic runs again on weekends.", "El autobús a la clínica vuelve a circular los fines de semana."),
    ("Staff leave faster than they can be trained.", "El personal se va más rápido de lo que se forma."),
    ("Rents have risen faster than wages.", "Los alquileres han subido más que los sueldos."),
    ("The form is one page long and in two languages.", "El formulario tiene una página y está en dos idiomas."),
    ("Nobody answers the telephone after four.", "Nadie contesta el teléfono después de las cuatro."),
    ("Neighbors tell each other about it.", "La gente se lo cuenta entre sí."),
    (
        "The grant ends in summer, and nobody has said what follows.",
        "La subvención acaba en verano y nadie ha dicho qué sigue.",
    ),
];

/// How a figure is made: first sentence of its summary.
pub const COUNTED: [Said; 10] = [
    (
        "Counted four times a year by the partner that knows it best.",
        "Lo cuenta cuatro veces al año el socio que mejor lo conoce.",
    ),
    (
        "Taken from the register on the last day of each quarter.",
        "Se toma del registro el último día de cada trimestre.",
    ),
    ("Staff note it at the door, and add it up every month.", "El personal lo anota en la puerta y lo suma cada mes."),
    ("A short card asks for it after every visit.", "Una tarjeta breve lo pregunta después de cada visita."),
    ("The schools send it, without any name.", "Lo envían las escuelas, sin ningún nombre."),
    ("Volunteers call one in ten and ask.", "Voluntarios llaman a una de cada diez personas y preguntan."),
    (
        "The county office works it out from letters and visits.",
        "La oficina del condado lo calcula con cartas y visitas.",
    ),
    ("It comes out of the shared waiting list.", "Sale de la lista de espera común."),
    ("Residents chose this question at their own table.", "La gente eligió esta pregunta en su propia mesa."),
    ("It is read off the same form in all places.", "Se lee del mismo formulario en todos los lugares."),
];

/// Second sentence.
pub const LOOKED_AT: [Said; 10] = [
    ("Each figure is looked at before it is published.", "Cada cifra se revisa antes de publicarla."),
    ("The newest one may still change a little.", "La más nueva aún puede cambiar un poco."),
    ("Winter is always lower, and that is no cause for alarm.", "En invierno siempre baja, y no es para alarmarse."),
    (
        "Two villages joined in 2019, which made it more complete.",
        "Dos pueblos se sumaron en 2019 y quedó más completa.",
    ),
    ("Whoever wants to check it can ask for the sheets.", "Quien quiera comprobarla puede pedir las hojas."),
    ("It says nothing about those who never came.", "No dice nada de quienes nunca vinieron."),
    (
        "We talk about it at the second meeting of each quarter.",
        "Hablamos de ella en la segunda reunión de cada trimestre.",
    ),
    ("A small change means little; a year of changes does.", "Un cambio pequeño dice poco; un año de cambios, sí."),
    ("Other regions count it in the same way.", "Otras regiones la cuentan igual."),
    ("Before 2016 it was kept on paper only.", "Antes de 2016 solo se llevaba en papel."),
];

/// Exactly what is counted.
pub const DEFINITIONS: [Said; 8] = [
    (
        "All who were counted in the quarter, each person once.",
        "Todas las personas contadas en el trimestre, una vez cada una.",
    ),
    ("Those who said yes, divided by all who answered.", "Quienes dijeron que sí, entre todas las respuestas."),
    (
        "Everybody on the list at the end of the quarter, without those who moved away.",
        "Toda persona en la lista al final del trimestre, sin quienes se mudaron.",
    ),
    (
        "The sum of all sheets, checked against the register of the county.",
        "La suma de todas las hojas, cotejada con el registro del condado.",
    ),
    (
        "The middle value of all cases that were closed in the quarter.",
        "El valor central de todos los casos cerrados en el trimestre.",
    ),
    (
        "Counted by where people live, wherever it happened.",
        "Se cuenta por lugar de residencia, sin importar dónde ocurrió.",
    ),
    (
        "All cases of the quarter; open ones count in the next.",
        "Todos los casos del trimestre; los abiertos cuentan en el siguiente.",
    ),
    (
        "What was written down on the day itself, without later corrections.",
        "Lo anotado el mismo día, sin correcciones posteriores.",
    ),
];

/// What an activity is like: first sentence of its summary.
pub const OPEN_TO: [Said; 12] = [
    ("Anybody can come, nobody has to sign up.", "Puede venir cualquiera, sin apuntarse."),
    ("It began with eleven chairs and a borrowed kettle.", "Empezó con once sillas y una tetera prestada."),
    ("Two neighbors run it, and three agencies help.", "Lo llevan dos personas del barrio y ayudan tres agencias."),
    ("Every second week, in a room above the market.", "Cada dos semanas, en una sala encima del mercado."),
    (
        "Teachers, nurses and parents planned it at one table.",
        "Docentes, enfermeras y familias lo planearon en una mesa.",
    ),
    (
        "It goes from street to street, and stays for a month in each.",
        "Va de calle en calle y se queda un mes en cada una.",
    ),
    ("Whoever comes twice is asked to help the third time.", "A quien viene dos veces se le pide ayudar la tercera."),
    ("Paid for three years; after that the town decides.", "Pagado por tres años; después decide el pueblo."),
    (
        "Open late, because many people here work late.",
        "Abre hasta tarde, porque aquí mucha gente trabaja hasta tarde.",
    ),
    ("The youngest is six and the oldest is ninety.", "La persona más joven tiene seis años y la mayor noventa."),
    ("In two languages from the first day.", "En dos idiomas desde el primer día."),
    ("Small on purpose: twelve people at a time.", "Pequeño a propósito: doce personas a la vez."),
];
