using System.Collections.Frozen;
using System.Reflection;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Workflows.Activities;

namespace MCU.Integration.Pipeline.Activities.Pickers;

/// <summary>Which inputs offer choices, and what they offer in an active set.</summary>
public sealed class PickerBook
{
    private readonly FrozenDictionary<PickerKind, IPicker> _pickers = new IPicker[]
    {
        new AdapterPicker(),
        new DocumentTypePicker(),
        new OperationPicker(),
        new MapPicker(),
        new SchemaPicker(),
        new CodeListPicker(),
        new WordPicker<StatusWord>(PickerKind.Status, PickerWords.Statuses),
        new WordPicker<CaseOutcome>(PickerKind.Outcome, PickerWords.Outcomes),
        new CaseMomentPicker(),
        new DeadlineProfilePicker(),
        new OrganisationPicker(),
    }.ToFrozenDictionary(picker => picker.Kind);

    private readonly FrozenDictionary<string, IReadOnlyList<PickerInput>> _inputs;

    public PickerBook(ActivityRegistry registry) => _inputs = registry.Types
        .GroupBy(type => type.TypeName, StringComparer.Ordinal)
        .Select(versions => (TypeName: versions.Key, Inputs: InputsOf(versions.MaxBy(type => type.Version)!)))
        .Where(type => type.Inputs.Count > 0)
        .ToFrozenDictionary(type => type.TypeName, type => type.Inputs, StringComparer.Ordinal);

    /// <summary>The inputs of an activity type that offer choices.</summary>
    public IReadOnlyList<PickerInput> InputsOf(string typeName) => _inputs.GetValueOrDefault(typeName, []);

    /// <summary>What an input offers, each value once, by title.</summary>
    /// <param name="narrowedBy">Value of the narrowing input; null when it is not known.</param>
    public IReadOnlyList<PickerItem> Items(PickerInput input, ActiveSet set, string? narrowedBy) =>
        [.. _pickers[input.Attribute.Kind].Items(set, narrowedBy).DistinctBy(item => item.Value).OrderBy(item => item.Text, StringComparer.Ordinal)];

    private static IReadOnlyList<PickerInput> InputsOf(ActivityType type) =>
    [
        .. from input in type.Inputs
           let attribute = type.ClrType.GetProperty(input.Name)?.GetCustomAttribute<PickerAttribute>()
           where attribute is not null
           select new PickerInput(input.JsonName, input.Attribute.DisplayName ?? input.Name, attribute, input.ValueType != typeof(string)),
    ];
}
