using MCU.Integration.Domain.Content.Checks;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Directory;
using MCU.Integration.Domain.Gazetteer;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Content;

/// <summary>Everything below <c>rules/</c>, read and judged as a whole. Immutable and thread-safe: build a new one and swap.</summary>
public sealed class RulesContent
{
    private static readonly IContentCheck[] Checks =
        [new DuplicateCheck(), new DirectoryCheck(), new ProfileCheck(), new RuleReferenceCheck(), new RuleOrderCheck()];

    private RulesContent(ContentDraft draft)
    {
        Calendars = new(draft.Calendars.Select(item => item.Value));
        Profiles = new(draft.Profiles.Select(item => item.Value));
        Rules = new(draft.Rules.Select(item => item.Value));
        Directory = new(draft.Bodies.Select(item => item.Value));
        Gazetteer = new(draft.Places.Select(item => item.Value));
        Indicators = [.. draft.Indicators.Select(item => item.Value)];
        Deadlines = new(Profiles, Calendars);
    }

    /// <summary>No content.</summary>
    public static RulesContent Empty { get; } = new(new ContentDraft());

    /// <summary>Working days.</summary>
    public CalendarSet Calendars { get; }

    /// <summary>Deadline profiles.</summary>
    public DeadlineProfileSet Profiles { get; }

    /// <summary>Auto-rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>Bodies and institutions.</summary>
    public BodyDirectory Directory { get; }

    /// <summary>Districts and streets.</summary>
    public GazetteerBook Gazetteer { get; }

    /// <summary>Datasets of the heat map.</summary>
    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>Computes terms with <see cref="Profiles"/> and <see cref="Calendars"/>.</summary>
    public DeadlineCalculator Deadlines { get; }

    /// <summary>Reads and judges files. The content is null when there is an error; warnings do not keep it from going live.</summary>
    public static ContentResult<RulesContent> Load(IEnumerable<RulesFile> files)
    {
        var draft = new ContentDraft();
        foreach (var file in files)
        {
            Read(draft, file);
        }

        foreach (var check in Checks)
        {
            check.Check(draft);
        }

        return new(draft.HasErrors ? null : new RulesContent(draft), draft.Problems.ToValueList());
    }

    private static void Read(ContentDraft draft, RulesFile file)
    {
        switch (file.Kind)
        {
            case RulesFileKind.Calendar:
                Add(CalendarFile.Parse(file.Bytes), calendar => draft.Calendars.Add(new(calendar, file.Name, "")));
                break;
            case RulesFileKind.DeadlineProfile:
                Add(DeadlineProfileFile.Parse(file.Bytes), profile => draft.Profiles.Add(new(profile, file.Name, "")));
                break;
            case RulesFileKind.AutoRules:
                Add(AutoRulesFile.Parse(file.Bytes), list => draft.Rules.AddRange(Locate(list.Rules, "/rules")));
                break;
            case RulesFileKind.Directory:
                Add(DirectoryFile.Parse(file.Bytes), list => draft.Bodies.AddRange(Locate(list.Bodies, "/bodies")));
                break;
            case RulesFileKind.Gazetteer:
                Add(GazetteerFile.Parse(file.Bytes), place => draft.Places.Add(new(place, file.Name, "")));
                break;
            case RulesFileKind.Indicators:
                Add(IndicatorFile.Parse(file.Bytes), dataset => draft.Indicators.Add(new(dataset, file.Name, "")));
                break;
            default:
                draft.Report(new("", RuleProblemCodes.UnknownKind, "This is no kind of rules file.") { File = file.Name });
                break;
        }

        void Add<T>(ContentResult<T> result, Action<T> add)
            where T : class
        {
            foreach (var problem in result.Problems)
            {
                draft.Report(problem with { File = file.Name });
            }

            if (result.Value is { } value)
            {
                add(value);
            }
        }

        IEnumerable<Located<T>> Locate<T>(ValueList<T> items, string list) =>
            items.Select((item, index) => new Located<T>(item, file.Name, $"{list}/{index}"));
    }
}
