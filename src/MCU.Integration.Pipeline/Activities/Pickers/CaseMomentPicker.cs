using MCU.Integration.Pipeline.Content;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>The events of a case that start workflows.</summary>
internal sealed class CaseMomentPicker : IPicker
{
    private static readonly PickerItem[] Moments =
    [
        PickerItem.Of(CaseMoments.Created, "Заведено"),
        PickerItem.Of(CaseMoments.Routed, "Назначен исполнитель"),
        PickerItem.Of(CaseMoments.Placed, "Указан район"),
        PickerItem.Of(CaseMoments.DueSoon, "Срок истекает"),
        PickerItem.Of(CaseMoments.Overdue, "Срок истёк"),
        PickerItem.Of(CaseMoments.StatusChanged, "Изменился статус"),
        PickerItem.Of(CaseMoments.Reopened, "Возвращено в работу"),
        PickerItem.Of(CaseMoments.DeliveryRecovered, "Доставлено после отказа"),
    ];

    public PickerKind Kind => PickerKind.CaseMoment;

    public IEnumerable<PickerItem> Items(ActiveSet set, string? narrowedBy) => Moments;
}
