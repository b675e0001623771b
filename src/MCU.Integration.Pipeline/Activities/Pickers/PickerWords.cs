namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>What people call the words of the hub's vocabularies, in the designer's language.</summary>
internal static class PickerWords
{
    public static IReadOnlyDictionary<string, string> Statuses { get; } = new Dictionary<string, string>
    {
        ["received"] = "Получено",
        ["moderation"] = "На модерации",
        ["routed"] = "Назначен исполнитель",
        ["in_progress"] = "В работе",
        ["answer_draft"] = "Готовится ответ",
        ["approval"] = "На согласовании",
        ["answered"] = "Дан ответ",
        ["closed"] = "Закрыто",
        ["clarification"] = "Ждём уточнения",
        ["clarified"] = "Уточнение получено",
        ["extended"] = "Срок продлён",
        ["deferred"] = "Отложено",
        ["resumed"] = "Работа возобновлена",
        ["redirected"] = "Переадресовано",
        ["duplicate"] = "Повтор другого",
        ["rejected"] = "Не принято",
        ["reopened"] = "Возвращено в работу",
        ["rated"] = "Оценено",
    };

    public static IReadOnlyDictionary<string, string> Outcomes { get; } = new Dictionary<string, string>
    {
        ["done"] = "Сделано",
        ["explained"] = "Разъяснено",
        ["refused"] = "Отказано",
        ["redirected"] = "Переадресовано",
        ["duplicate"] = "Повтор другого",
        ["rejected"] = "Не принято",
    };

    /// <summary>Outcomes of the hub's activities, as the ports of the designer show them.</summary>
    public static IReadOnlyDictionary<string, string> Ports { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Done"] = "Готово",
        ["Delivered"] = "Доставлено",
        ["Rejected"] = "Отказ",
        ["Failed"] = "Не удалось",
        ["Valid"] = "Подходит",
        ["Invalid"] = "Не подходит",
        ["Created"] = "Заведено",
        ["Updated"] = "Обновлено",
        ["Reclassified"] = "Сменилась тема",
        ["Unchanged"] = "Без изменений",
        ["Refused"] = "Отказано",
        ["Routed"] = "Назначен",
        ["Unrouted"] = "Не назначен",
        ["Applied"] = "Принято",
        ["Dropped"] = "Отброшено",
        ["Held"] = "Отложено",
        ["UnknownRecord"] = "Запись неизвестна",
        ["Reached"] = "Наступил",
        ["Found"] = "Найден",
        ["Missing"] = "Нет такого",
        ["Matches"] = "Этот профиль",
        ["Differs"] = "Другой",
        ["Changed"] = "Изменилось",
        ["Noticed"] = "Сообщено",
        ["Quiet"] = "Всё в срок",
    };
}
