using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Directory;
using MCU.Integration.Domain.Gazetteer;
using MCU.Integration.Domain.Indicators;
using MCU.Integration.Domain.Rules;

namespace MCU.Integration.Domain.Content;

/// <summary>Everything that was read, before it is judged as a whole.</summary>
internal sealed class ContentDraft
{
    private readonly List<RuleProblem> _problems = [];

    public List<Located<WorkingCalendar>> Calendars { get; } = [];

    public List<Located<DeadlineProfile>> Profiles { get; } = [];

    public List<Located<AutoRule>> Rules { get; } = [];

    public List<Located<DirectoryBody>> Bodies { get; } = [];

    public List<Located<GazetteerPlace>> Places { get; } = [];

    public List<Located<IndicatorDefinition>> Indicators { get; } = [];

    public IReadOnlyList<RuleProblem> Problems => _problems;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Report(RuleProblem problem) => _problems.Add(problem);

    public void Report<T>(
        Located<T> at, string below, string code, string message, ProblemSeverity severity = ProblemSeverity.Error) =>
        _problems.Add(new(at.Pointer + below, code, message) { File = at.File, Severity = severity });
}
