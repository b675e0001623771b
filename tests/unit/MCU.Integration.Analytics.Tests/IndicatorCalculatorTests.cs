using MCU.Integration.Analytics.Indicators;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Ids;
using MCU.Integration.Domain.Indicators;
using Case = MCU.Integration.Domain.Cases.Case;

namespace MCU.Integration.Analytics.Tests;

public sealed class IndicatorCalculatorTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(3));
    private static readonly DateTimeOffset Now = Monday.AddDays(2);

    private readonly UuidV7Source _ids = new(TimeProvider.System);

    [Fact]
    public void Compute_CasesOfTwoDistricts_CountsEachBreakdownByItself()
    {
        var rows = Compute(
            Definition(breakdowns: [[], [IndicatorAspect.Source], [IndicatorAspect.Block]]),
            Made(),
            Made() with { Source = "sed", Classifier = new() { Category = "9" } },
            Made() with { Territory = new() { District = "Ленинский" } });

        Received(rows, "Промышленный", new(null, null, null, null)).ShouldBe(2);
        Received(rows, "Промышленный", new("pos", null, null, null)).ShouldBe(1);
        Received(rows, "Промышленный", new("sed", null, null, null)).ShouldBe(1);
        Received(rows, "Промышленный", new(null, "Дороги", null, null)).ShouldBe(1);
        Received(rows, "Промышленный", new(null, IndicatorDimension.Unknown, null, null)).ShouldBe(1);
        Received(rows, "Ленинский", new(null, null, null, null)).ShouldBe(1);
        rows.Count.ShouldBe(8);
    }

    [Fact]
    public void Compute_CasesAtEveryStage_FillsTheFigures()
    {
        var figures = Compute(
            Definition(),
            Answered(hours: 10, due: 24) with { Rating = new(5, 5) },
            Answered(hours: 20, due: 24) with { Rating = new(2, 5), ReopenRound = 1 },
            Answered(hours: 40, due: 24) with { Outcome = CaseOutcome.Refused, Status = MainStatus.Closed },
            Due(Made(), 24),
            Made() with { Deferral = new(Monday, Monday.AddDays(200), null) },
            Made()).ShouldHaveSingleItem().Figures!;

        figures.ShouldBe(new()
        {
            Received = 6,
            Resolved = 3,
            InProgress = 3,
            Overdue = 1,
            Deferred = 1,
            Reopened = 1,
            Refused = 1,
            OnTimeShare = 0.6667,
            AverageResponseHours = 23.3,
            MedianResponseHours = 20,
            RatingAverage = 3.5,
            SatisfiedShare = 0.5,
            PerThousandResidents = 0.06,
        });
    }

    [Fact]
    public void Compute_ReceivedAroundLocalMidnight_BelongsToTheLocalWeek()
    {
        var rows = Compute(
            Definition(),
            Made() with { ReceivedAt = new(2026, 11, 22, 20, 59, 59, TimeSpan.Zero) },
            Made() with { ReceivedAt = new(2026, 11, 22, 21, 0, 0, TimeSpan.Zero) });

        rows.Select(row => row.Period.Value).ShouldBe(["2026-W47", "2026-W48"]);
        (rows[0].Period.From, rows[0].Period.To).ShouldBe((new(2026, 11, 16), new(2026, 11, 22)));
    }

    [Fact]
    public void Compute_OlderOrLaterThanThePeriods_IsLeftOut() =>
        Compute(Definition(periods: 2), Made() with { ReceivedAt = Monday.AddDays(-8) }, Made() with { ReceivedAt = Now.AddDays(7) }).ShouldBeEmpty();

    [Fact]
    public void Compute_CellWithFewCases_ShowsNoFigures()
    {
        var here = new Territory { Oktmo = "07701000", Latitude = 45.0437, Longitude = 41.9691 };
        var there = here with { Latitude = 45.0537 };
        var rows = Compute(
            Definition(IndicatorTerritoryLevel.Cell),
            Made() with { Territory = here },
            Made() with { Territory = here },
            Made() with { Territory = here },
            Made() with { Territory = there },
            Made() with { Territory = there },
            Made());

        rows.Select(row => (row.Territory.Cell, row.Suppressed, row.Figures?.Received)).ShouldBe([("45.04,41.96", false, 3), ("45.05,41.96", true, null)], ignoreOrder: true);
    }

    [Fact]
    public void Compute_Again_GivesTheSameRows()
    {
        Case[] cases = [Answered(5, 24), Made(), Made() with { Classifier = new() { Category = "2", Subcategory = "2.1" } }];
        var definition = Definition(breakdowns: [[], [IndicatorAspect.Category, IndicatorAspect.Subcategory]]);

        Compute(definition, [.. cases.Reverse()]).ShouldBe(Compute(definition, cases));
    }

    [Fact]
    public void Key_OfValuesThatReadAlike_Differs()
    {
        var rows = Compute(
            Definition(breakdowns: [[IndicatorAspect.Source], [IndicatorAspect.Block]]),
            Made() with { Source = "Дороги" });

        rows.Select(row => row.Key).Distinct().Count().ShouldBe(2);
    }

    private static int Received(IReadOnlyList<IndicatorRow> rows, string district, IndicatorDimension dimension) =>
        rows.Single(row => row.Territory.District == district && row.Dimension == dimension).Figures!.Received;

    private static IReadOnlyList<IndicatorRow> Compute(IndicatorDefinition definition, params Case[] cases) => new IndicatorCalculator().Compute(definition, cases, Now, Moscow);

    private static IndicatorDefinition Definition(
        IndicatorTerritoryLevel territory = IndicatorTerritoryLevel.District, int periods = 4, IndicatorAspect[][]? breakdowns = null) => new()
        {
            Dataset = "test",
            Title = "Test",
            Period = IndicatorPeriodKind.IsoWeek,
            Periods = periods,
            Territory = territory,
            SuppressBelow = 3,
            Breakdowns = [.. (breakdowns ?? [[]]).Select(by => (Domain.Values.ValueList<IndicatorAspect>)[.. by])],
            Blocks = new Dictionary<string, string> { ["1"] = "Дороги" },
            Residents = new Dictionary<string, int> { ["Промышленный"] = 100_000 },
        };

    private Case Made() => new()
    {
        Id = _ids.Next<CaseId>(),
        Version = 1,
        Number = "2026-000001",
        SubmissionId = _ids.Next<SubmissionId>(),
        Kind = CaseKind.Report,
        Regime = LegalRegime.Message,
        Source = "pos",
        Classifier = new() { Category = "1", Subcategory = "1.2" },
        Territory = new() { District = "Промышленный" },
        Status = MainStatus.InProgress,
        StatusSince = Monday,
        ReceivedAt = Monday,
        UpdatedAt = Monday,
    };

    private Case Answered(int hours, int due) =>
        Due(Made(), due) with { Status = MainStatus.Answered, Outcome = CaseOutcome.Done, AnsweredAt = Monday.AddHours(hours) };

    private static Case Due(Case made, int hours) => made with
    {
        Deadlines = new()
        {
            Profile = "test",
            ProfileVersion = 1,
            Stages = [new() { Stage = DeadlineStage.Answer, StartedAt = Monday, DueAt = Monday.AddHours(hours), Amount = hours, Unit = DeadlineUnit.Hour }],
        },
    };
}
