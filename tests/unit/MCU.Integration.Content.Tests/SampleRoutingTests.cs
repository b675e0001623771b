using System.Text.Json;
using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Values;
using MCU.Integration.Mapping.Maps;
using MCU.Integration.Pipeline.Cases;
using Case = MCU.Integration.Domain.Cases.Case;

namespace MCU.Integration.Content.Tests;

/// <summary>What <c>expected.json</c> of a sample says about route, pace and term, judged by the shipped map, rules and calendars alone.</summary>
public sealed class SampleRoutingTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly UuidV7Source Ids = new(TimeProvider.System);
    private static readonly CaseStamp Stamp = new(Now, Now, new(CaseActorKind.Adapter, "pos"), CaseCause.None);

    public static TheoryData<string> Cases =>
        [.. Root.Samples().Where(sample => Root.Json($"mocks/samples/{sample}/expected.json").GetProperty("case").ValueKind == JsonValueKind.Object)];

    [Fact]
    public void Rules_OfTheRepository_LoadWithoutProblems() => ShippedContent.Rules.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sample_ThroughMapRulesAndTerms_ComesWhereItIsExpected(string sample)
    {
        var rules = ShippedContent.Rules.Value!;
        var submission = Submission(sample);
        var expected = Root.Json($"mocks/samples/{sample}/expected.json").GetProperty("case");

        var state = Ruled(rules, Opened(submission), submission);
        state = Registered(state, sample);
        state = Applied(state, Extended(sample) is { } until ? CaseCommands.Report(state, new() { Status = StatusWord.Extended, Until = until }) : CaseDecision.Nothing);
        state = Applied(state, CaseCommands.SetDeadlines(state, rules.Deadlines.Compute(state, Now).Deadlines!));

        EnumWord.Of(state.Kind).ShouldBe(Text(expected, "kind"));
        EnumWord.Of(state.Regime).ShouldBe(Text(expected, "regime"));
        state.Route!.Body.ShouldBe(Text(expected, "executor"));
        state.Route.Executor.ShouldBe(Text(expected, "executorUnit"));
        EnumWord.Of(state.Pace).ShouldBe(Text(expected, "pace"));
        EnumWord.Of(state.Priority).ShouldBe(Text(expected, "priority"));
        state.Deadlines!.Profile.ShouldBe(Text(expected, "profile"));
        state.Tags.Contains("to_sed").ShouldBe(Root.Json($"mocks/samples/{sample}/expected.json").GetProperty("cards").GetInt32() == 1);
        if (Text(expected, "dueAt") is { } dueAt)
        {
            state.DueAt.ShouldBe(DateTimeOffset.Parse(dueAt, null));
        }
    }

    private static CanonicalSubmission Submission(string sample)
    {
        var mapped = ShippedContent.Mapping.Maps["pos.message-to-hub.submission"]
            .Apply(Root.Json($"mocks/samples/{sample}/message.json"), new MapContext(Now, Zone));
        mapped.Problems.ShouldBeEmpty();
        return CanonicalSubmission.Read(mapped.Document)!;
    }

    private static Case Opened(CanonicalSubmission submission) => Applied(null, CaseCommands.Open(null, new CaseOpened
    {
        Number = "2026-000001",
        SubmissionId = Ids.Next<SubmissionId>(),
        Kind = submission.Kind,
        Regime = submission.Regime,
        Source = submission.Source.Adapter,
        Channel = submission.Channel,
        ReceivedAt = submission.ReceivedAt,
        Classifier = submission.Questions[0].Classifier,
        Territory = submission.Questions[0].Territory,
    }));

    private static Case Ruled(RulesContent rules, Case state, CanonicalSubmission submission)
    {
        var received = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(submission.ReceivedAt, Zone).DateTime);
        var text = submission.Document.GetProperty("text").GetString()!;
        return Applied(state, CaseCommands.ApplyRules(state, rules.Rules.Evaluate(RuleFacts.Of(state, received, text, ApplicantKind.Citizen))));
    }

    private static Case Registered(Case state, string sample) => Life(sample) is { } sed
        ? Applied(state, CaseCommands.Register(
            state,
            sed.GetProperty("registrationNumber").GetString()!,
            new DateTimeOffset(DateTime.Parse(sed.GetProperty("registrationDate").GetString()!, null), TimeSpan.FromHours(3))))
        : state;

    private static DateTimeOffset? Extended(string sample) => Life(sample) is { } sed
        ? sed.GetProperty("rounds")[0].EnumerateArray()
            .Where(step => step.GetProperty("to").GetString() == "extended")
            .Select(step => (DateTimeOffset?)DateTimeOffset.Parse(step.GetProperty("fields").GetProperty("due_at").GetString() + "T23:59:59+03:00", null))
            .FirstOrDefault()
        : null;

    private static JsonElement? Life(string sample) => Root.Json($"mocks/samples/{sample}/life.json").TryGetProperty("sed", out var sed) ? sed : null;

    private static Case Applied(Case? state, CaseDecision decision)
    {
        decision.Refusal.ShouldBeNull();
        foreach (var happened in decision.ToEvents(state?.Id ?? Ids.Next<CaseId>(), state?.Version ?? 0, Stamp, Ids))
        {
            state = CaseFold.Apply(state, happened);
        }

        return state!;
    }

    private static string? Text(JsonElement element, string property) =>
        element.GetProperty(property) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
