using MCU.Integration.Domain.Links;
using MCU.Integration.Pipeline.Activities;
using MCU.Integration.Pipeline.Activities.Pickers;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;

namespace MCU.Integration.Pipeline.Tests.Activities.Pickers;

public sealed class PickerBookTests
{
    private static readonly PickerBook Book = new(ActivityRegistry.CreateDefault().AddAssembly(typeof(HubActivity).Assembly));

    private static readonly ActiveSet Set = ActiveSet.Empty with { Adapters = new([Adapter("sed", "СЭД", "card.create"), Adapter("pos", "ПОС", "message.accept")]) };

    [Fact]
    public void Items_OfAnAdapterInput_AreTheSystemsWithTheirTitles() =>
        Items("Mcu.SendToAdapter", "adapter", null).ShouldBe([new("pos", "ПОС · pos"), new("sed", "СЭД · sed")]);

    [Fact]
    public void Items_OfAnOperationInput_AreThoseOfTheChosenSystem()
    {
        Items("Mcu.SendToAdapter", "operation", "sed").Select(item => item.Value).ShouldBe(["card.create"]);
        Items("Mcu.SendToAdapter", "operation", null).Select(item => item.Value).ShouldBe(["card.create", "message.accept"]);
    }

    [Fact]
    public void Items_OfAStatusInput_AllHaveARussianTitle() =>
        Items("Mcu.SetStatus", "status", null).ShouldAllBe(item => item.Text != item.Value && item.Text.EndsWith($" · {item.Value}", StringComparison.Ordinal));

    [Fact]
    public void EveryPicker_OfTheHubsActivities_IsOfferedInTheDesigner() =>
        Enum.GetValues<PickerKind>().Except(ActivityRegistry.CreateDefault().AddAssembly(typeof(HubActivity).Assembly).Types
            .SelectMany(type => Book.InputsOf(type.TypeName))
            .Select(input => input.Attribute.Kind))
            .ShouldBeEmpty("a kind that no input has is dead");

    private static IReadOnlyList<PickerItem> Items(string type, string input, string? narrowedBy) =>
        Book.Items(Book.InputsOf(type).Single(known => known.JsonName == input), Set, narrowedBy);

    private static AdapterDescription Adapter(string key, string title, string operation) => new(
        key,
        title,
        new Dictionary<string, DocumentDescription>(),
        new Dictionary<string, OperationDescription> { [operation] = new(operation, operation, "document", "record", EffectOnce.None) },
        [],
        LinkPolicy.Default,
        DeliveryPolicy.Default);
}
