using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Cases.Facts;
using MCU.Integration.Domain.Values;
using Case = MCU.Integration.Domain.Cases.Case;

namespace MCU.Integration.Domain.Tests.Cases;

public sealed class CaseHistoryTests
{
    [Fact]
    public void Fold_RandomReports_EqualsTheStateAndSurvivesJson()
    {
        var words = Enum.GetValues<StatusWord>();
        CaseOutcome?[] outcomes = [null, .. Enum.GetValues<CaseOutcome>().Cast<CaseOutcome?>()];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var test = new TestCase(seed % 2 == 0 ? CaseKind.Report : CaseKind.Appeal, seed % 2 == 0 ? LegalRegime.Message : LegalRegime.Appeal59Fz);
            for (var step = 0; step < 40; step++)
            {
                test.After(TimeSpan.FromMinutes(random.Next(600)));
                var report = new StatusReport
                {
                    Status = words[random.Next(words.Length)],
                    Outcome = outcomes[random.Next(outcomes.Length)],
                    Until = random.Next(3) == 0 ? null : test.Now.AddDays(random.Next(1, 60)),
                    Rating = random.Next(2) == 0 ? null : new(random.Next(6), 5),
                };
                var before = test.State;
                var decision = CaseCommands.Report(before, report);
                test.Apply(decision);

                // Whatever was applied is what the case says from then on, and saying it again changes nothing.
                if (!decision.IsRefused)
                {
                    CaseCommands.Report(test.State, report).Facts.ShouldBeEmpty($"seed {seed}, step {step}, {report}");
                }

                AssertConsistent(test.State);
            }

            var read = JsonSerializer.Deserialize<List<CaseEvent>>(JsonSerializer.Serialize(test.Events, DomainJson.Options), DomainJson.Options)!;
            CaseFold.Fold(read).ShouldBe(test.State);
            JsonSerializer.Deserialize<Case>(JsonSerializer.Serialize(test.State, DomainJson.Options), DomainJson.Options).ShouldBe(test.State);
        }
    }

    [Fact]
    public void Apply_GapInTheHistory_Throws()
    {
        var test = new TestCase().Report(StatusWord.InProgress);

        Should.Throw<InvalidOperationException>(() => CaseFold.Apply(null, test.Events[1]));
        Should.Throw<InvalidOperationException>(() => CaseFold.Apply(test.State, test.Events[1]));
    }

    [Fact]
    public void TypeName_EveryFact_IsItsNameInJson()
    {
        var registered = typeof(CaseFact).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(known => known.DerivedType, known => known.TypeDiscriminator);
        var facts = typeof(CaseFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseFact))).ToList();

        facts.ShouldAllBe(type => registered.ContainsKey(type));
        registered.Values.Distinct().Count().ShouldBe(facts.Count);
        JsonSerializer.Serialize<CaseFact>(new PrioritySet { Priority = CasePriority.High }, DomainJson.Options)
            .ShouldBe("""{"type":"priority_set","priority":"high"}""");
    }

    [Fact]
    public void Deserialize_PropertiesReorderedByTheDatabase_FindsTheType() =>
        JsonSerializer.Deserialize<CaseFact>("""{"later":1,"priority":"high","type":"priority_set"}""", DomainJson.Options)
            .ShouldBe(new PrioritySet { Priority = CasePriority.High });

    private static void AssertConsistent(Case state)
    {
        if (state.IsFinished)
        {
            state.Outcome.ShouldNotBeNull();
            state.Clarification.ShouldBeNull();
            state.Deferral.ShouldBeNull();
        }
        else
        {
            state.Outcome.ShouldBeNull();
            (state.AnsweredAt, state.ClosedAt).ShouldBe((null, null));
        }
    }
}
