#include "needs.h"

#include "base/hash.h"

/* Words of postings, in English and the basics of German, French, Spanish and
   Dutch. A word that has more than one meaning has all their classes; the
   readers decide by what stands around it. */
#define IS(name) WORD_BIT(name)

static const struct need_word words[] = {
    /* ---- numbers ---- */
    {"half", IS(NUMBER), 50},
    {"a", IS(FILL) | IS(CONNECT), 0},
    {"an", IS(FILL) | IS(CONNECT), 0},
    {"one", IS(NUMBER), 100},
    {"two", IS(NUMBER), 200},
    {"three", IS(NUMBER), 300},
    {"four", IS(NUMBER), 400},
    {"five", IS(NUMBER), 500},
    {"six", IS(NUMBER), 600},
    {"seven", IS(NUMBER), 700},
    {"eight", IS(NUMBER), 800},
    {"nine", IS(NUMBER), 900},
    {"ten", IS(NUMBER), 1000},
    {"eleven", IS(NUMBER), 1100},
    {"twelve", IS(NUMBER), 1200},
    {"thirteen", IS(NUMBER), 1300},
    {"fourteen", IS(NUMBER), 1400},
    {"fifteen", IS(NUMBER), 1500},
    {"sixteen", IS(NUMBER), 1600},
    {"eighteen", IS(NUMBER), 1800},
    {"twenty", IS(NUMBER), 2000},
    {"twenty-four", IS(NUMBER), 2400},
    {"thirty", IS(NUMBER), 3000},
    {"ein", IS(NUMBER), 100},
    {"eine", IS(FILL), 0},
    {"einem", IS(NUMBER), 100},
    {"zwei", IS(NUMBER), 200},
    {"drei", IS(NUMBER), 300},
    {"vier", IS(NUMBER), 400},
    {"fünf", IS(NUMBER), 500},
    {"un", IS(FILL), 0},
    {"une", IS(FILL), 0},
    {"deux", IS(NUMBER), 200},
    {"trois", IS(NUMBER), 300},
    {"quatre", IS(NUMBER), 400},
    {"cinq", IS(NUMBER), 500},
    {"dix", IS(NUMBER), 1000},
    {"dos", IS(NUMBER), 200},
    {"tres", IS(NUMBER), 300},
    {"cuatro", IS(NUMBER), 400},
    {"cinco", IS(NUMBER), 500},
    {"diez", IS(NUMBER), 1000},
    {"twee", IS(NUMBER), 200},
    {"drie", IS(NUMBER), 300},
    {"vijf", IS(NUMBER), 500},

    /* ---- units ---- */
    {"year", IS(YEAR), 0},
    {"years", IS(YEAR), 0},
    {"year's", IS(YEAR), 0},
    {"yr", IS(YEAR), 0},
    {"yrs", IS(YEAR), 0},
    {"yr's", IS(YEAR), 0},
    {"y", IS(AND), 0},
    {"years'", IS(YEAR), 0},
    {"jahr", IS(YEAR), 0},
    {"jahre", IS(YEAR), 0},
    {"jahren", IS(YEAR), 0},
    {"jährige", IS(YEAR), 0},
    {"jähriger", IS(YEAR), 0},
    {"ans", IS(YEAR), 0},
    {"année", IS(YEAR), 0},
    {"années", IS(YEAR), 0},
    {"annees", IS(YEAR), 0},
    {"año", IS(YEAR), 0},
    {"años", IS(YEAR), 0},
    {"anos", IS(YEAR), 0},
    {"jaar", IS(YEAR), 0},
    {"jaren", IS(YEAR), 0},
    {"anni", IS(YEAR), 0},
    {"month", IS(MONTH), 0},
    {"months", IS(MONTH), 0},
    {"month's", IS(MONTH), 0},
    {"mos", IS(MONTH), 0},
    {"monate", IS(MONTH), 0},
    {"monaten", IS(MONTH), 0},
    {"mois", IS(MONTH), 0},
    {"meses", IS(MONTH), 0},
    {"maanden", IS(MONTH), 0},
    {"decade", IS(YEAR), 10},
    {"decades", IS(YEAR), 10},

    /* ---- how much at least ---- */
    {"minimum", IS(LEAST) | IS(REQ) | IS(CONNECT), 0},
    {"minimal", IS(LEAST), 0},
    {"minimally", IS(LEAST), 0},
    {"min", IS(LEAST), 0},
    {"least", IS(LEAST), 0},
    {"fewer", IS(LEAST), 0},
    {"mindestens", IS(LEAST), 0},
    {"mind", IS(LEAST), 0},
    {"moins", IS(LEAST), 0},
    {"mínimo", IS(LEAST), 0},
    {"minimo", IS(LEAST), 0},
    {"menos", IS(LEAST), 0},
    {"minimaal", IS(LEAST), 0},
    {"tenminste", IS(LEAST), 0},
    {"approximately", IS(FILL), 0},
    {"about", IS(FILL), 0},
    {"around", IS(FILL), 0},
    {"roughly", IS(FILL), 0},
    {"ideally", IS(PREF), 0},
    {"over", IS(MORE), 0},
    {"exceeding", IS(MORE), 0},
    {"more", IS(MORE), 0},
    {"greater", IS(MORE), 0},
    {"above", IS(MORE), 0},
    {"longer", IS(MORE), 0},
    {"up", IS(BEFORE), 0},
    {"upwards", IS(MORE), 0},
    {"mehr", IS(MORE), 0},
    {"más", IS(MORE), 0},
    {"meer", IS(MORE), 0},

    /* ---- what years are spent on ---- */
    {"experience", IS(EXP), 0},
    {"experiences", IS(EXP), 0},
    {"experienced", IS(EXP), 0},
    {"experience's", IS(EXP), 0},
    {"exp", IS(EXP), 0},
    {"expereince", IS(EXP), 0},
    {"experince", IS(EXP), 0},
    {"background", IS(EXP) | IS(WANT), 0},
    {"track", IS(EXP), 0},
    {"expertise", IS(EXP), 0},
    {"internship", IS(EXP), 0},
    {"employment", IS(EXP) | IS(HIRE), 0},
    {"service", IS(WORK), 0},
    {"practice", IS(WORK), 0},
    {"berufserfahrung", IS(EXP), 0},
    {"berufspraxis", IS(EXP), 0},
    {"erfahrung", IS(EXP), 0},
    {"erfahrungen", IS(EXP), 0},
    {"praxiserfahrung", IS(EXP), 0},
    {"führungserfahrung", IS(EXP) | IS(LEAD), 0},
    {"leitungserfahrung", IS(EXP) | IS(LEAD), 0},
    {"expérience", IS(EXP), 0},
    {"d'expérience", IS(EXP), 0},
    {"d'experience", IS(EXP), 0},
    {"d'expériences", IS(EXP), 0},
    {"experiencia", IS(EXP), 0},
    {"ervaring", IS(EXP), 0},
    {"werkervaring", IS(EXP), 0},
    {"esperienza", IS(EXP), 0},
    {"role", IS(WORK), 0},
    {"roles", IS(WORK), 0},
    {"position", IS(WORK), 0},
    {"positions", IS(WORK), 0},
    {"capacity", IS(WORK), 0},
    {"setting", IS(WORK), 0},
    {"settings", IS(WORK), 0},
    {"environment", IS(WORK), 0},
    {"work", IS(WORK) | IS(WANT), 0},
    {"working", IS(WORK), 0},
    {"worked", IS(WORK), 0},
    {"managed", IS(LEAD), 0},
    {"supervised", IS(LEAD), 0},
    {"led", IS(LEAD), 0},
    {"managing", IS(WORK) | IS(LEAD), 0},
    {"leading", IS(WORK) | IS(LEAD), 0},
    {"supervising", IS(WORK) | IS(LEAD), 0},
    {"directing", IS(WORK) | IS(LEAD), 0},
    {"teaching", IS(WORK), 0},
    {"developing", IS(WORK), 0},
    {"performing", IS(WORK), 0},
    {"providing", IS(WORK), 0},
    {"selling", IS(WORK), 0},
    {"building", IS(WORK), 0},
    {"designing", IS(WORK), 0},
    {"field", IS(WORK), 0},
    {"industry", IS(WORK), 0},
    {"management", IS(LEAD), 0},
    {"manager", IS(LEAD), 0},
    {"managerial", IS(LEAD), 0},
    {"manage", IS(LEAD), 0},
    {"supervisory", IS(LEAD), 0},
    {"supervision", IS(LEAD), 0},
    {"supervisor", IS(LEAD), 0},
    {"supervise", IS(LEAD), 0},
    {"leadership", IS(LEAD), 0},
    {"lead", IS(LEAD), 0},
    {"director", IS(LEAD), 0},
    {"executive", IS(LEAD), 0},
    {"administrator", IS(LEAD), 0},
    {"führungsverantwortung", IS(LEAD), 0},
    {"encadrement", IS(LEAD), 0},
    {"leidinggevende", IS(LEAD), 0},
    {"project", IS(OF_WHAT), 0},
    {"projects", IS(OF_WHAT), 0},
    {"case", IS(OF_WHAT), 0},
    {"product", IS(OF_WHAT), 0},
    {"data", IS(OF_WHAT), 0},
    {"risk", IS(OF_WHAT), 0},
    {"time", IS(OF_WHAT), 0},
    {"change", IS(OF_WHAT), 0},
    {"account", IS(OF_WHAT), 0},
    {"content", IS(OF_WHAT), 0},
    {"event", IS(OF_WHAT), 0},
    {"inventory", IS(OF_WHAT), 0},
    {"pain", IS(OF_WHAT), 0},
    {"wound", IS(OF_WHAT), 0},
    {"disease", IS(OF_WHAT), 0},
    {"database", IS(OF_WHAT), 0},
    {"relationship", IS(OF_WHAT), 0},
    {"wealth", IS(OF_WHAT), 0},
    {"asset", IS(OF_WHAT) | IS(PREF), 0},
    {"portfolio", IS(OF_WHAT), 0},
    {"cash", IS(OF_WHAT), 0},
    {"records", IS(OF_WHAT), 0},
    {"information", IS(OF_WHAT), 0},
    {"chain", IS(OF_WHAT), 0},
    {"document", IS(OF_WHAT), 0},
    {"configuration", IS(OF_WHAT), 0},
    {"cost", IS(OF_WHAT), 0},
    {"quality", IS(OF_WHAT), 0},
    {"vendor", IS(OF_WHAT), 0},
    {"stakeholder", IS(OF_WHAT), 0},
    {"construction", IS(OF_WHAT), 0},
    {"property", IS(OF_WHAT), 0},
    {"utilization", IS(OF_WHAT), 0},
    {"care", IS(OF_WHAT), 0},
    {"classroom", IS(OF_WHAT), 0},
    {"behavior", IS(OF_WHAT), 0},
    {"medication", IS(OF_WHAT), 0},
    {"knowledge", IS(OF_WHAT) | IS(SKILL), 0},

    /* ---- what ties ---- */
    {"or", IS(OR) | IS(CONNECT), 0},
    {"oder", IS(OR) | IS(CONNECT), 0},
    {"bzw", IS(OR), 0},
    {"ou", IS(OR) | IS(CONNECT), 0},
    {"o", IS(OR), 0},
    {"alternatively", IS(OR), 0},
    {"and", IS(AND) | IS(CONNECT), 0},
    {"und", IS(AND) | IS(CONNECT), 0},
    {"sowie", IS(AND) | IS(CONNECT), 0},
    {"et", IS(AND) | IS(CONNECT), 0},
    {"en", IS(AND) | IS(IN), 0},
    {"as", IS(IN) | IS(FILL) | IS(CONNECT), 0},
    {"well", IS(FILL), 0},
    {"with", IS(WITH) | IS(IN) | IS(CONNECT), 0},
    {"w", IS(WITH), 0},
    {"combined", IS(WITH) | IS(ORG), 0},
    {"coupled", IS(WITH), 0},
    {"including", IS(WITH) | IS(CONNECT), 0},
    {"incl", IS(WITH), 0},
    {"davon", IS(WITH), 0},
    {"mit", IS(WITH) | IS(CONNECT), 0},
    {"avec", IS(WITH), 0},
    {"con", IS(WITH), 0},
    {"met", IS(WITH), 0},
    {"plus", IS(WITH) | IS(PREF) | IS(MORE), 0},
    {"in", IS(IN) | IS(CONNECT), 0},
    {"im", IS(IN) | IS(CONNECT), 0},
    {"of", IS(FILL) | IS(CONNECT), 0},
    {"the", IS(FILL) | IS(CONNECT), 0},
    {"from", IS(STOP) | IS(CONNECT), 0},
    {"to", IS(CONNECT), 0},
    {"de", IS(FILL) | IS(CONNECT), 0},
    {"der", IS(FILL), 0},
    {"dans", IS(IN), 0},
    {"for", IS(STOP) | IS(CONNECT), 0},
    {"within", IS(WITHIN) | IS(BEFORE), 0},
    {"by", IS(STOP) | IS(CONNECT), 0},
    {"at", IS(CONNECT) | IS(STOP), 0},

    /* ---- asked for, or wished for ---- */
    {"required", IS(REQ), 0},
    {"require", IS(REQ), 0},
    {"requires", IS(REQ), 0},
    {"requiring", IS(REQ), 0},
    {"must", IS(REQ), 0},
    {"mandatory", IS(REQ), 0},
    {"essential", IS(REQ), 0},
    {"necessary", IS(REQ), 0},
    {"needed", IS(REQ), 0},
    {"need", IS(REQ), 0},
    {"needs", IS(REQ), 0},
    {"compulsory", IS(REQ), 0},
    {"erforderlich", IS(REQ), 0},
    {"zwingend", IS(REQ), 0},
    {"voraussetzung", IS(REQ), 0},
    {"voraussetzungen", IS(REQ), 0},
    {"notwendig", IS(REQ), 0},
    {"requis", IS(REQ), 0},
    {"requise", IS(REQ), 0},
    {"exigé", IS(REQ), 0},
    {"exigée", IS(REQ), 0},
    {"obligatoire", IS(REQ), 0},
    {"imprescindible", IS(REQ), 0},
    {"requerido", IS(REQ), 0},
    {"requerida", IS(REQ), 0},
    {"obligatorio", IS(REQ), 0},
    {"vereist", IS(REQ), 0},
    {"preferred", IS(PREF), 0},
    {"preferrable", IS(PREF), 0},
    {"preferable", IS(PREF), 0},
    {"preferably", IS(PREF), 0},
    {"preferrably", IS(PREF), 0},
    {"prefer", IS(PREF), 0},
    {"preference", IS(PREF), 0},
    {"prefered", IS(PREF), 0},
    {"pref'd", IS(PREF), 0},
    {"desired", IS(PREF), 0},
    {"desirable", IS(PREF), 0},
    {"desireable", IS(PREF), 0},
    {"advantage", IS(PREF), 0},
    {"advantageous", IS(PREF), 0},
    {"beneficial", IS(PREF), 0},
    {"helpful", IS(PREF), 0},
    {"bonus", IS(PREF), 0},
    {"optional", IS(PREF), 0},
    {"optionally", IS(PREF), 0},
    {"nice", IS(PREF), 0},
    {"ideal", IS(PREF) | IS(SEEK), 0},
    {"encouraged", IS(PREF), 0},
    {"welcome", IS(PREF), 0},
    {"recommended", IS(PREF), 0},
    {"favorable", IS(PREF), 0},
    {"vorteil", IS(PREF), 0},
    {"vorteilhaft", IS(PREF), 0},
    {"wünschenswert", IS(PREF), 0},
    {"idealerweise", IS(PREF), 0},
    {"vorzugsweise", IS(PREF), 0},
    {"gerne", IS(PREF), 0},
    {"souhaité", IS(PREF), 0},
    {"souhaitée", IS(PREF), 0},
    {"idéalement", IS(PREF), 0},
    {"apprécié", IS(PREF), 0},
    {"appréciée", IS(PREF), 0},
    {"atout", IS(PREF), 0},
    {"deseable", IS(PREF), 0},
    {"valorable", IS(PREF), 0},
    {"valorará", IS(PREF), 0},
    {"preferiblemente", IS(PREF), 0},
    {"pré", IS(PREF), 0},
    {"bij", IS(PREF), 0},
    {"voorkeur", IS(PREF), 0},
    {"not", IS(NOT), 0},
    {"no", IS(NOT), 0},
    {"without", IS(NOT), 0},
    {"none", IS(NOT), 0},
    {"kein", IS(NOT), 0},
    {"keine", IS(NOT), 0},
    {"nicht", IS(NOT), 0},
    {"aucune", IS(NOT), 0},
    {"sin", IS(NOT), 0},
    {"geen", IS(NOT), 0},

    /* ---- degrees ---- */
    {"bachelor", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelor's", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelors", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelors'", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelor`s", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"batchelor's", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"batchelors", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelorabschluss", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"bachelorstudium", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"baccalaureate", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"undergraduate", IS(LEVEL), DEGREE_BACHELOR},
    {"undergrad", IS(LEVEL), DEGREE_BACHELOR},
    {"licenciatura", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"licenciado", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"hochschulabschluss", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"hochschulstudium", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"fachhochschulabschluss", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"universitätsabschluss", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"studienabschluss", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"wirtschaftsstudium", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"hbo", IS(LEVEL) | IS(SURE), DEGREE_BACHELOR},
    {"master", IS(LEVEL), DEGREE_MASTER},
    {"master's", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"masters", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"masters'", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"master`s", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"masterabschluss", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"masterstudium", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"diplom", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"magister", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"máster", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"maestría", IS(LEVEL) | IS(SURE), DEGREE_MASTER},
    {"graduate", IS(LEVEL), DEGREE_MASTER},
    {"advanced", IS(LEVEL), DEGREE_MASTER},
    {"postgraduate", IS(LEVEL), DEGREE_MASTER},
    {"post-graduate", IS(LEVEL), DEGREE_MASTER},
    {"doctorate", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"doctoral", IS(LEVEL), DEGREE_DOCTOR},
    {"doctor", IS(LEVEL), DEGREE_DOCTOR},
    {"phd", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"ph.d", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"ph.d.", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"terminal", IS(LEVEL), DEGREE_DOCTOR},
    {"promotion", 0, 0},
    {"doctorat", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"doctorado", IS(LEVEL) | IS(SURE), DEGREE_DOCTOR},
    {"associate", IS(LEVEL), DEGREE_ASSOCIATE},
    {"associate's", IS(LEVEL) | IS(SURE), DEGREE_ASSOCIATE},
    {"associates", IS(LEVEL), DEGREE_ASSOCIATE},
    {"associates'", IS(LEVEL), DEGREE_ASSOCIATE},
    {"ged", IS(LEVEL) | IS(SURE), DEGREE_NONE},
    {"highschool", IS(SCHOOL), 0},
    {"g.e.d", IS(LEVEL) | IS(SURE), DEGREE_NONE},
    {"g.e.d.", IS(LEVEL) | IS(SURE), DEGREE_NONE},
    {"abitur", IS(LEVEL) | IS(SURE), DEGREE_NONE},
    {"degree", IS(DEGREE), 0},
    {"degrees", IS(DEGREE), 0},
    {"deg", IS(DEGREE), 0},
    {"diploma", IS(DEGREE), 0},
    {"studium", IS(DEGREE), 0},
    {"study", IS(STUDY), 0},
    {"bac", IS(STUDY), 0},
    {"nvq", IS(STUDY), 0},
    {"qcf", IS(STUDY), 0},
    {"rqf", IS(STUDY), 0},
    {"hs", IS(SCHOOL), 0},
    {"h.s.", IS(SCHOOL), 0},
    {"high", IS(SCHOOL), 0},
    {"secondary", IS(SCHOOL), 0},
    {"accounting", IS(ACCOUNTS), 0},
    {"accountant", IS(ACCOUNTS), 0},
    {"finance", IS(ACCOUNTS), 0},
    {"cpa", IS(ACCOUNTS), 0},
    {"cfa", IS(ACCOUNTS), 0},
    {"acca", IS(ACCOUNTS), 0},
    {"studies", IS(STUDY), 0},
    {"diplôme", IS(DEGREE), 0},
    {"grado", IS(DEGREE), 0},
    {"título", IS(DEGREE), 0},
    {"titulación", IS(DEGREE), 0},
    {"college", IS(STUDY), 0},
    {"university", IS(STUDY), 0},
    {"universitaria", IS(STUDY), 0},
    {"universitario", IS(STUDY), 0},
    {"school", IS(SCHOOL), 0},
    {"accredited", IS(STOP), 0},

    /* ---- licenses and certifications ---- */
    {"license", IS(LICENSE), 0},
    {"licenses", IS(LICENSE), 0},
    {"licence", IS(LICENSE), 0},
    {"licences", IS(LICENSE), 0},
    {"licensure", IS(LICENSE), 0},
    {"licensures", IS(LICENSE), 0},
    {"lic", IS(LICENSE), 0},
    {"liscense", IS(LICENSE), 0},
    {"registration", IS(LICENSE), 0},
    {"permit", IS(LICENSE), 0},
    {"licensed", IS(LICENSED), 0},
    {"licenced", IS(LICENSED), 0},
    {"registered", IS(LICENSED), 0},
    {"chartered", IS(LICENSED), 0},
    {"certification", IS(CERT), 0},
    {"certifications", IS(CERT), 0},
    {"certificate", IS(CERT), 0},
    {"certificates", IS(CERT), 0},
    {"cert", IS(CERT), 0},
    {"certs", IS(CERT), 0},
    {"credential", IS(CERT), 0},
    {"credentials", IS(CERT), 0},
    {"designation", IS(CERT), 0},
    {"designations", IS(CERT), 0},
    {"credentialed", IS(CERTIFIED), 0},
    {"certified", IS(CERTIFIED), 0},
    {"zertifizierung", IS(CERT), 0},
    {"zertifikat", IS(CERT), 0},
    {"zertifiziert", IS(CERTIFIED), 0},
    {"current", IS(STATE), 0},
    {"valid", IS(STATE), 0},
    {"active", IS(STATE), 0},
    {"unrestricted", IS(STATE), 0},
    {"unencumbered", IS(STATE), 0},
    {"clear", IS(STATE), 0},
    {"clean", IS(STATE), 0},
    {"full", IS(STATE) | IS(FILL), 0},
    {"professional", IS(STATE) | IS(FILL), 0},

    /* ---- the employer, and the person wanted ---- */
    {"our", IS(ORG), 0},
    {"we've", IS(ORG), 0},
    {"founded", IS(ORG), 0},
    {"established", IS(ORG), 0},
    {"serving", IS(ORG), 0},
    {"served", IS(ORG), 0},
    {"history", IS(ORG), 0},
    {"heritage", IS(ORG), 0},
    {"anniversary", IS(ORG), 0},
    {"been", IS(ORG), 0},
    {"collective", IS(ORG), 0},
    {"company", IS(ORG), 0},
    {"excellence", IS(ORG), 0},
    {"candidate", IS(SEEK), 0},
    {"candidates", IS(SEEK), 0},
    {"applicant", IS(SEEK), 0},
    {"applicants", IS(SEEK), 0},
    {"seeking", IS(SEEK), 0},
    {"looking", IS(SEEK), 0},
    {"you", IS(SEEK), 0},
    {"you'll", IS(SEEK), 0},
    {"you've", IS(SEEK) | IS(HAVE), 0},
    {"someone", IS(SEEK), 0},
    {"qualified", IS(SEEK), 0},
    {"qualification", IS(SEEK), 0},
    {"qualifications", IS(SEEK), 0},
    {"incumbent", IS(SEEK), 0},
    {"bring", IS(HAVE), 0},
    {"have", IS(HAVE), 0},
    {"has", IS(HAVE), 0},
    {"hold", IS(HAVE), 0},
    {"holds", IS(HAVE), 0},
    {"holding", IS(HAVE), 0},
    {"possess", IS(HAVE), 0},
    {"possesses", IS(HAVE), 0},
    {"possession", IS(HAVE), 0},
    {"maintain", IS(HAVE), 0},

    /* ---- years of something else ---- */
    {"old", IS(NOT_EXP), 0},
    {"age", IS(NOT_EXP), 0},
    {"contract", IS(NOT_EXP), 0},
    {"fixed", IS(NOT_EXP), 0},
    {"probation", IS(NOT_EXP), 0},
    {"probationary", IS(NOT_EXP), 0},
    {"term", IS(NOT_EXP), 0},
    {"ago", IS(NOT_EXP), 0},
    {"warranty", IS(NOT_EXP), 0},
    {"program", IS(NOT_EXP), 0},
    {"programme", IS(NOT_EXP), 0},
    {"programs", IS(NOT_EXP), 0},
    {"plan", IS(NOT_EXP), 0},
    {"appointment", IS(NOT_EXP), 0},
    {"tour", IS(NOT_EXP), 0},
    {"period", IS(NOT_EXP), 0},
    {"round", IS(NOT_EXP), 0},
    {"row", IS(NOT_EXP), 0},
    {"end", IS(NOT_EXP), 0},
    {"commitment", IS(NOT_EXP), 0},
    {"temporary", IS(NOT_EXP), 0},
    {"temp", IS(NOT_EXP), 0},
    {"assignment", IS(NOT_EXP), 0},
    {"rotation", IS(NOT_EXP), 0},
    {"coursework", IS(NOT_EXP), 0},
    {"course", IS(NOT_EXP), 0},
    {"courses", IS(NOT_EXP), 0},
    {"curriculum", IS(NOT_EXP), 0},
    {"vertrag", IS(NOT_EXP), 0},
    {"alt", IS(NOT_EXP), 0},
    {"befristet", IS(NOT_EXP), 0},
    {"past", IS(BEFORE), 0},
    {"last", IS(BEFORE), 0},
    {"next", IS(BEFORE), 0},
    {"every", IS(BEFORE), 0},
    {"each", IS(BEFORE), 0},
    {"per", IS(BEFORE), 0},
    {"this", IS(BEFORE), 0},
    {"previous", IS(FILL) | IS(BEFORE), 0},
    {"after", IS(BEFORE), 0},
    {"exceed", IS(BEFORE), 0},
    {"under", IS(BEFORE), 0},

    /* ---- what is skipped ---- */
    {"related", IS(FILL) | IS(LIKE), 0},
    {"relevant", IS(FILL) | IS(LIKE), 0},
    {"progressive", IS(FILL), 0},
    {"progressively", IS(FILL), 0},
    {"responsible", IS(FILL), 0},
    {"prior", IS(FILL), 0},
    {"proven", IS(FILL), 0},
    {"demonstrated", IS(FILL), 0},
    {"direct", IS(FILL), 0},
    {"hands-on", IS(FILL), 0},
    {"recent", IS(FILL), 0},
    {"consecutive", IS(FILL), 0},
    {"continuous", IS(FILL), 0},
    {"solid", IS(FILL), 0},
    {"strongly", IS(FILL), 0},
    {"highly", IS(FILL), 0},
    {"strong", IS(FILL), 0},
    {"post-qualification", IS(FILL), 0},
    {"successful", IS(FILL), 0},
    {"full-time", IS(FILL), 0},
    {"paid", IS(FILL), 0},
    {"verifiable", IS(FILL), 0},
    {"increasing", IS(FILL), 0},
    {"increasingly", IS(FILL), 0},
    {"total", IS(FILL), 0},
    {"practical", IS(FILL), 0},
    {"overall", IS(FILL), 0},

    {"bilingual", IS(WANT), 0},
    {"fluent", IS(WANT), 0},
    {"fluency", IS(WANT), 0},
    {"security", IS(WANT), 0},
    {"secret", IS(WANT), 0},
    {"ts", IS(WANT), 0},
    {"citizenship", IS(WANT), 0},
    {"citizen", IS(WANT), 0},
    {"authorized", IS(WANT), 0},
    {"right", IS(WANT), 0},
    {"dbs", IS(WANT), 0},
    {"travel", IS(WANT), 0},
    {"lift", IS(WANT), 0},
    {"lifting", IS(WANT), 0},
    {"equivalent", IS(LIKE), 0},
    {"equivalency", IS(LIKE), 0},
    {"equal", IS(LIKE), 0},
    {"comparable", IS(LIKE), 0},
    {"similar", IS(LIKE), 0},
    {"vergleichbar", IS(LIKE), 0},
    {"vergleichbare", IS(LIKE), 0},
    {"lieu", IS(LIEU), 0},
    {"substitute", IS(LIEU), 0},
    {"substituted", IS(LIEU), 0},
    {"substitution", IS(LIEU), 0},
    {"substitutes", IS(LIEU), 0},
    {"hire", IS(HIRE), 0},
    {"hiring", IS(HIRE), 0},
    {"start", IS(HIRE), 0},
    {"date", IS(HIRE), 0},
    {"obtain", IS(OBTAIN), 0},
    {"obtained", IS(OBTAIN), 0},
    {"obtaining", IS(OBTAIN), 0},
    {"willing", IS(OBTAIN), 0},
    {"willingness", IS(OBTAIN), 0},
    {"ability", IS(OBTAIN), 0},
    {"able", IS(OBTAIN), 0},
    {"eligible", IS(OBTAIN), 0},
    {"eligibility", IS(OBTAIN), 0},
    {"pursuing", IS(OBTAIN), 0},
    {"familiarity", IS(SKILL), 0},
    {"familiar", IS(SKILL), 0},
    {"understanding", IS(SKILL), 0},
    {"proficiency", IS(SKILL), 0},
    {"proficient", IS(SKILL), 0},
    {"skills", IS(SKILL), 0},
    {"supervises", IS(SKILL), 0},
    {"coordinates", IS(SKILL), 0},
    {"collaborates", IS(SKILL), 0},
    {"collaborate", IS(SKILL), 0},
};

#define WORD_COUNT (sizeof words / sizeof *words)
#define WORD_SLOTS 2048
#define FOLD_ROOM 48

_Static_assert(WORD_COUNT * 3 < WORD_SLOTS * 2, "the index of words is full");
_Static_assert(WORD_CLASS_COUNT <= 64, "classes are bits");

static unsigned
hash_on(unsigned hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}

#define HASH_START 2166136261u

/* ---- the words of a text -------------------------------------------------
 */

/* A word in lower case: a typographic apostrophe as ', letters of Latin-1
   folded too; 0 when it does not fit. */
static size_t
fold_word(struct str word, char out[FOLD_ROOM], unsigned *hash)
{
    size_t n = 0;
    *hash = HASH_START;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        unsigned char byte = (unsigned char)c;
        if (n == FOLD_ROOM)
            return 0;
        if (byte == 0xE2 && i + 2 < word.len) {
            c = '\'';
            i += 2;
        } else if (byte == 0xC3 && i + 1 < word.len) {
            out[n++] = c;
            *hash = hash_on(*hash, c);
            unsigned char next = (unsigned char)word.at[++i];
            c = (char)(next >= 0x80 && next < 0x9F ? next + 0x20 : next);
            if (n == FOLD_ROOM)
                return 0;
        }
        c = ascii_lower(c);
        out[n++] = c;
        *hash = hash_on(*hash, c);
    }
    return n;
}

static const struct need_word *
find_word(const struct need_index *index, const char *folded, size_t len,
          unsigned hash)
{
    unsigned slot = hash % WORD_SLOTS;
    for (; index->words[slot]; slot = (slot + 1) % WORD_SLOTS) {
        const struct need_word *word = &words[index->words[slot] - 1];
        if (strlen(word->word) == len && memcmp(word->word, folded, len) == 0)
            return word;
    }
    return NULL;
}

static void
add_words(struct need_index *index)
{
    for (size_t i = 0; i < WORD_COUNT; i++) {
        char folded[FOLD_ROOM];
        unsigned hash;
        (void)fold_word(str_from(words[i].word), folded, &hash);
        unsigned slot = hash % WORD_SLOTS;
        while (index->words[slot])
            slot = (slot + 1) % WORD_SLOTS;
        index->words[slot] = (unsigned short)(i + 1);
    }
}

/* What was found of a word, by its bytes; the last one of a slot. */
struct need_memo {
    struct str word;
    struct need_token token;
};

#define MEMO_SLOTS 1024

struct need_index
need_index_new(struct arena *arena)
{
    struct need_index index = {
        .memo = ARENA_ARRAY(arena, MEMO_SLOTS, struct need_memo),
        .words = ARENA_ARRAY(arena, WORD_SLOTS, unsigned short),
    };
    add_words(&index);
    return index;
}

/* ---- tokens --------------------------------------------------------------
 */

/* Signs outside ASCII and what they stand for. */
static const struct {
    const char bytes[4];
    char symbol;
} signs[] = {
    {"\xE2\x80\x90", '-'},  {"\xE2\x80\x91", '-'},  {"\xE2\x80\x92", '-'},
    {"\xE2\x80\x93", '-'},  {"\xE2\x80\x94", '_'},  {"\xE2\x88\x92", '-'},
    {"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\xA2", '*'},
    {"\xC2\xB7", '*'},      {"\xC2\xA0", ' '},      {"\xE2\x80\x9C", '"'},
    {"\xE2\x80\x9D", '"'},  {"\xE2\x89\xA5", '>'},  {"\xC2\xBD", 'h'},
    {"\xE2\x80\xAF", ' '},  {"\xE2\x80\x89", ' '},  {"\xE2\x97\x8F", '*'},
    {"\xEF\xBC\x8B", '+'},
};

static char
sign_at(struct str text, size_t at, size_t *len)
{
    unsigned char byte = (unsigned char)text.at[at];
    *len = 1;
    if (byte < 0x80)
        return text.at[at];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t size = strlen(signs[i].bytes);
        if (size <= text.len - at &&
            memcmp(signs[i].bytes, text.at + at, size) == 0) {
            *len = size;
            return signs[i].symbol;
        }
    }
    return 0;
}

static bool
is_letter(struct str text, size_t at)
{
    size_t len;
    if (at >= text.len)
        return false;
    if ((unsigned char)text.at[at] < 0x80)
        return ascii_is_alpha(text.at[at]);
    return sign_at(text, at, &len) == 0;
}

static bool
is_apostrophe(struct str text, size_t at, size_t *len)
{
    if (at >= text.len)
        return false;
    char sign = sign_at(text, at, len);
    return sign == '\'' || sign == '`';
}

/* A word with what belongs to it: apostrophes between letters, points between
   the letters of an abbreviation ("B.Sc.", "Pharm.D."). */
static size_t
word_end(struct str text, size_t at, bool *dotted)
{
    size_t len, begun = at;
    *dotted = false;
    for (;;) {
        size_t part = at;
        while (at < text.len &&
               (is_letter(text, at) || ascii_is_digit(text.at[at])))
            at++;
        if (is_apostrophe(text, at, &len) && is_letter(text, at + len)) {
            at += len;
            continue;
        }
        bool is_short = at - part <= 2 || (part == begun && at - part <= 5);
        bool letter_follows =
            at + 1 < text.len && text.at[at] == '.' && is_letter(text, at + 1);
        size_t next = at + 1;
        while (letter_follows && is_letter(text, next))
            next++;
        if (letter_follows && is_short && next - at - 1 <= 3 &&
            ascii_upper(text.at[begun]) == text.at[begun]) {
            *dotted = true;
            at++;
            continue;
        }
        if (*dotted && at < text.len && text.at[at] == '.')
            at++;
        return at;
    }
}

static size_t
read_number(struct str text, size_t at, unsigned *hundredths)
{
    unsigned value = 0;
    while (at < text.len && ascii_is_digit(text.at[at])) {
        value =
            value < 100000 ? value * 10 + (unsigned)(text.at[at] - '0') : value;
        at++;
        if (at + 3 < text.len && text.at[at] == ',' &&
            ascii_is_digit(text.at[at + 1]) &&
            ascii_is_digit(text.at[at + 2]) && ascii_is_digit(text.at[at + 3]))
            at++;
    }
    *hundredths = value * 100;
    if (at + 1 < text.len && text.at[at] == '.' &&
        ascii_is_digit(text.at[at + 1])) {
        unsigned unit = 10;
        for (at++; at < text.len && ascii_is_digit(text.at[at]); at++) {
            *hundredths += (unsigned)(text.at[at] - '0') * unit;
            unit /= 10;
        }
    }
    return at;
}

static void
read_capitals(struct need_token *token, struct str word)
{
    size_t small = 0, large = 0;
    for (size_t i = 0; i < word.len; i++) {
        small += word.at[i] >= 'a' && word.at[i] <= 'z';
        large += word.at[i] >= 'A' && word.at[i] <= 'Z';
    }
    token->capital = word.at[0] >= 'A' && word.at[0] <= 'Z';
    token->all_caps = large > 1 && !small;
}

static void
look_up(struct need_token *token, const struct need_index *index,
        struct str word)
{
    char folded[FOLD_ROOM];
    unsigned hash;
    size_t len = fold_word(word, folded, &hash);
    const struct need_word *known =
        len ? find_word(index, folded, len, hash) : NULL;
    if (known) {
        token->classes = known->classes;
        token->value = known->value;
        if (known->classes & WORD_BIT(NUMBER))
            token->hundredths = (unsigned)known->value;
    }
    /* Short words in small letters are words, no letters behind a name. */
    if (token->capital || word.len > 3)
        token->name_words = pack_name_begins(word);
}

/* Where two sentences were pasted together without a blank: before the capital
   in "requiredValid" and "skillsStrong", not in "PowerPoint"; before the
   number in "degree3". 0: nowhere. */
static size_t
pasted_at(const struct need_index *index, struct str word)
{
    const uint64_t ends = WORD_BIT(REQ) | WORD_BIT(PREF) | WORD_BIT(EXP) |
                          WORD_BIT(DEGREE) | WORD_BIT(LICENSE) |
                          WORD_BIT(CERT) | WORD_BIT(YEAR) | WORD_BIT(WORK);
    for (size_t i = 4; i < word.len; i++) {
        char last = word.at[i - 1], next = word.at[i];
        bool is_capital = next >= 'A' && next <= 'Z';
        if (last < 'a' || last > 'z' || !(is_capital || ascii_is_digit(next)))
            continue;
        struct str left = str_slice(word, 0, i);
        bool begins_small = left.at[0] >= 'a' && left.at[0] <= 'z';
        bool goes_on =
            i + 1 < word.len && word.at[i + 1] >= 'a' && word.at[i + 1] <= 'z';
        if (begins_small && (goes_on || !is_capital))
            return i;
        struct need_token token = {0};
        look_up(&token, index, left);
        return token.classes & ends ? i : 0;
    }
    return 0;
}

static struct need_memo *
memo_of(const struct need_index *index, struct str word)
{
    unsigned hash = (unsigned)word.len * 31 + (unsigned char)word.at[0];
    hash = hash * 31 + (unsigned char)word.at[word.len / 2];
    hash = hash * 31 + (unsigned char)word.at[word.len - 1];
    return &index->memo[hash % MEMO_SLOTS];
}

/* What a word is by its letters; gives where another was pasted to it. */
static size_t
read_word(struct need_token *token, const struct need_index *index,
          struct str word)
{
    struct need_memo *memo = memo_of(index, word);
    if (!str_equal(memo->word, word)) {
        size_t joint = pasted_at(index, word);
        struct need_token fresh = {0};
        struct str left = joint ? str_slice(word, 0, joint) : word;
        read_capitals(&fresh, left);
        look_up(&fresh, index, left);
        *memo = (struct need_memo){joint ? (struct str){NULL, 0} : word, fresh};
        if (joint)
            memo->token.to = (unsigned)joint;
    }
    const struct need_token *known = &memo->token;
    token->capital = known->capital;
    token->all_caps = known->all_caps;
    token->name_words = known->name_words;
    token->hundredths = known->hundredths;
    token->classes = known->classes;
    token->value = known->value;
    return known->to;
}

void
need_tokens_read(struct arena *arena, const struct need_index *index,
                 struct str text, need_tokens *tokens)
{
    tokens->count = 0;
    bool breaks = false;
    for (size_t at = 0; at < text.len;) {
        size_t len, begun = at;
        char sign = sign_at(text, at, &len);
        if (sign && ascii_is_space(sign)) {
            at += len;
            continue;
        }
        struct need_token *token = list_add(arena, tokens);
        token->from = (unsigned)at;
        token->breaks = breaks;
        breaks = false;
        if (ascii_is_digit(text.at[at])) {
            token->is_number = true;
            token->classes = WORD_BIT(NUMBER);
            at = read_number(text, at, &token->hundredths);
        } else if (is_letter(text, at)) {
            at = word_end(text, at, &token->dotted);
            size_t joint = read_word(token, index, str_slice(text, begun, at));
            breaks = joint > 0;
            at = joint ? begun + joint : at;
        } else {
            token->symbol = sign ? sign : '?';
            at += len;
            if (sign == '&' &&
                str_starts(str_slice(text, at, text.len), STR("amp;")))
                at += 4;
        }
        token->to = (unsigned)at;
    }
}
