namespace MCU.Integration.Mocks.Casting;

/// <summary>What the invented citizens write about, and where. Streets are real names of such a city, houses and people are not.</summary>
internal static class CastWords
{
    public static readonly IReadOnlyDictionary<string, string[]> Streets = new Dictionary<string, string[]>
    {
        ["Ленинский"] = ["ул. Ленина", "ул. Лермонтова", "ул. Мира", "ул. Дзержинского", "ул. Серова"],
        ["Октябрьский"] = ["ул. Маршала Жукова", "ул. Октябрьская", "ул. Чехова", "ул. Балахонова", "ул. Объездная"],
        ["Промышленный"] = ["ул. Тухачевского", "ул. 50 лет ВЛКСМ", "ул. Пирогова", "ул. Рогожникова", "пр-кт Кулакова"],
    };

    public static readonly string[] LastNames = ["Примеров", "Образцов", "Тестов", "Выдуманов", "Условнов", "Макетов"];

    public static readonly string[] FirstNames = ["Олег", "Иван", "Пётр", "Семён", "Лев", "Тимур"];

    /// <summary>Matters of the messages, by classifier.</summary>
    public static readonly IReadOnlyList<Matter> Matters =
    [
        new("1", "Автомобильные дороги", "1.1", "Дорожная разметка и знаки", null, "roads", "repair", ["Разметка перехода стёрлась полностью, водители не тормозят.", "Знак «Главная дорога» развернуло ветром."]),
        new("1", "Автомобильные дороги", "1.2", "Проезжая часть", "1.2.7", "roads", "repair", ["Яма на дороге глубиной с ладонь, объехать нельзя.", "Выбоина у поворота, второй раз меняю диск!!!", "после дождя ямы не видно вообще((("]),
        new("1", "Автомобильные дороги", "1.3", "Тротуары", "1.3.1", "roads", "repair", ["Плитка на тротуаре провалилась, с коляской не пройти.", "Тротуар размыт до грунта."]),
        new("2", "Обращение с отходами", "2.1", "Вывоз мусора", "2.1.1", "housing", "waste", ["Баки не вывозят третий день.", "МУСОР НЕ ВЫВОЗЯТ!!! ЗАПАХ НА ВЕСЬ ДВОР!!!", "Контейнеры полные, пакеты лежат рядом."]),
        new("2", "Обращение с отходами", "2.2", "Контейнерные площадки", "2.2.1", "housing", "waste", ["У площадки нет ограждения, мусор разносит по двору.", "Сломана крышка контейнера."]),
        new("3", "Жилищно-коммунальное хозяйство", "3.1", "Отопление", null, "housing", "utilities", ["Батареи чуть тёплые, в квартире 16 градусов.", "В подъезде отопление не включили до сих пор."]),
        new("3", "Жилищно-коммунальное хозяйство", "3.2", "Водоснабжение и водоотведение", null, "housing", "utilities", ["Воды нет со вчерашнего вечера, график не вывесили.", "Из крана идёт ржавая вода."]),
        new("3", "Жилищно-коммунальное хозяйство", "3.3", "Содержание домов", "3.3.2", "housing", "utilities", ["Подъезд не убирают второй месяц.", "Домофон не работает, дверь открыта."]),
    ];

    /// <summary>Matters for which the city has no system: the case waits for its executor.</summary>
    public static readonly IReadOnlyList<Matter> Waiting =
    [
        new("4", "Благоустройство", "4.2", "Зелёные насаждения", null, "improvement", null, ["Сухое дерево наклонилось к окнам.", "Кусты закрыли выезд, ничего не видно."]),
        new("6", "Общественный транспорт", "6.1", "Расписание", "6.1.1", "transport", null, ["Автобус утром ходит раз в сорок минут.", "Почему маршрут сняли без объявления?"]),
        new("7", "Образование", "7.1", "Детские сады", "7.1.2", "education", null, ["Как узнать номер в очереди в детский сад?", "Когда откроют новую группу?"]),
        new("8", "Социальная защита", "8.1", "Выплаты", null, "welfare", null, ["Какие документы нужны для компенсации?", "Выплату задержали на месяц."]),
        new("99", "Прочее", null, null, null, "administration", "coordinator", ["Предлагаю провести праздник двора.", "Спасибо за работу!"]),
    ];

    /// <summary>Themes of the incident system.</summary>
    public static readonly IReadOnlyList<Theme> Themes =
    [
        new("Дороги", "Ямы", "1", "1.2", "roads", "repair", "standard", ["Опять яма на повороте, машина без колеса", "асфальт положили месяц назад и уже выбоины"]),
        new("Дороги", "Тротуары", "1", "1.3", "roads", "repair", "standard", ["По тротуару не пройти, лужа во всю ширину", "плитка шатается под ногами"]),
        new("Дороги", "Снег и наледь", "1", "1.4", "roads", "repair", "accelerated", ["Лёд у остановки, люди падают", "Снег сгребли прямо на переход"]),
        new("Мусор", "Вывоз мусора", "2", "2.1", "housing", "waste", "standard", ["Третий день не вывозят мусор", "баки горой, крысы бегают"]),
        new("ЖКХ", "Отопление", "3", "3.1", "housing", "utilities", "accelerated", ["Холодные батареи второй день", "дома 15 градусов, дети болеют"]),
        new("ЖКХ", "Подъезды", "3", "3.4", "housing", "utilities", "standard", ["В подъезде потоп после уборки", "лампочку не меняют месяц"]),
        new("Благоустройство", "Деревья", "4", "4.2", "improvement", null, "standard", ["Дерево вот-вот упадёт", "ветки лежат после бури"]),
        new("Транспорт", "Расписание", "6", "6.1", "transport", null, "standard", ["Почему автобус ходит как хочет?", "маршрутка проехала мимо остановки"]),
        new("Транспорт", "Остановки", "6", "6.2", "transport", null, "standard", ["На остановке нет навеса", "лавочку сломали и не чинят"]),
    ];

    /// <summary>People write like this too: none of it may stop a submission.</summary>
    public static readonly string[] UglyTails =
    [
        "", "", "", " СКОЛЬКО МОЖНО!!!", " 🗑️🗑️ 😡", "\n\n\nс уважением, жители", " <b>срочно</b>", " ... ... ...", " «дом 5/1»; корпус — «А»", "\t\tЁлки-палки", "   ", " ' OR 1=1 --",
    ];

    /// <param name="Body">Whom the rules give it to.</param>
    /// <param name="Unit">Executor inside the body.</param>
    internal sealed record Matter(string Category, string CategoryName, string? Subcategory, string? SubcategoryName, string? Fact, string Body, string? Unit, string[] Texts);

    internal sealed record Theme(string Group, string Name, string Category, string Subcategory, string Body, string? Unit, string Pace, string[] Texts);
}
