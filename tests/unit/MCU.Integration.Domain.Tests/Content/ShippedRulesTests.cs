using System.Text.Json;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Content;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Domain.Rules.Actions;

namespace MCU.Integration.Domain.Tests.Content;

public sealed class ShippedRulesTests
{
    [Fact]
    public void Load_ShippedFiles_HasNoProblem() => RulesContent.Load(ShippedRules.Files()).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Calendar_Shipped_Has247WorkingDays(int year) => ShippedRules.Content.Calendars.Find(year)!.WorkingDays.ShouldBe(247);

    [Fact]
    public void Calendar_WorkingSaturday_IsWorkedAndShortened()
    {
        var calendar = ShippedRules.Content.Calendars.Find(2025)!;

        calendar.IsWorking(new(2025, 11, 1)).ShouldBeTrue();
        calendar.IsShortened(new(2025, 11, 1)).ShouldBeTrue();
        calendar.IsWorking(new(2025, 11, 3)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1", "1.2", "1.2.7", "Большая яма", "Ленинский", "roads", DeadlinePace.Accelerated)]
    [InlineData("1", "1.2", null, "На Мира выбоины!", null, "roads", DeadlinePace.Accelerated)]
    [InlineData("1", "1.1", null, "Стёрлась разметка", null, "roads", null)]
    [InlineData("2", "2.1", null, "Не вывозят мусор", null, "housing", null)]
    [InlineData("3", "3.1", null, "Холодные батареи", null, "housing", null)]
    [InlineData("4", "4.1", null, "Сломаны качели", "Промышленный", "district-industrial", null)]
    [InlineData("4", "4.1", null, "Сломаны качели", null, "improvement", null)]
    [InlineData("5", "5.1", null, "Темно во дворе", null, "lighting", DeadlinePace.Accelerated)]
    [InlineData(null, null, null, "Огромная ЯМА НА ДОРОГЕ у школы", null, "roads", null)]
    [InlineData(null, null, null, "Спасибо за работу", null, "administration", null)]
    public void Rules_TypicalMessages_RouteAndAccelerate(
        string? category, string? subcategory, string? fact, string text, string? district, string body, DeadlinePace? pace)
    {
        var evaluation = ShippedRules.Content.Rules.Evaluate(new()
        {
            Kind = CaseKind.Report,
            Regime = LegalRegime.Message,
            Source = "pos",
            Classifier = new() { Category = category, Subcategory = subcategory, Fact = fact },
            Territory = new() { Oktmo = "07701000", District = district },
            Text = text,
            Date = new(2026, 7, 1),
        });

        evaluation.Find<RouteAction>()!.Body.ShouldBe(body);
        evaluation.Find<DeadlineAction>()?.Pace.ShouldBe(pace!.Value);
        (evaluation.Find<DeadlineAction>() is null).ShouldBe(pace is null);
    }

    [Fact]
    public void Rules_EveryRoute_ResolvesInPosAndSed()
    {
        var content = ShippedRules.Content;
        foreach (var route in content.Rules.Rules.SelectMany(rule => rule.Then).OfType<RouteAction>())
        {
            foreach (var adapter in new[] { "pos", "sed" })
            {
                content.Directory.Resolve(new(route.Body, route.Executor), adapter, new(2026, 7, 1)).Refusal.ShouldBeNull();
            }
        }
    }

    // The schema serves editors, the parser decides: they must know the same properties and words.
    [Theory]
    [InlineData("calendar.schema.json", "", "year,source,workingDays,daysOff,workingWeekends,shortened")]
    [InlineData(
        "deadline-profile.schema.json",
        "",
        "key,version,title,source,validFrom,validTo,zone,endOfDay,scope,stages,overrides,clarificationPauses,warn,extension,workingHours")]
    [InlineData("auto-rules.schema.json", "/$defs/rule", "id,version,title,order,enabled,validFrom,validTo,when,then")]
    [InlineData(
        "auto-rules.schema.json",
        "/$defs/condition",
        "category,subcategory,fact,district,source,channel,regime,kind,applicant,oktmo,tag,text,matches,repeat,season,all,any,not")]
    [InlineData("auto-rules.schema.json", "/$defs/actions", "route,deadline,priority,tags,incident,answer,hold")]
    [InlineData("directory.schema.json", "/properties/bodies/items", "key,title,shortTitle,kind,parent,active,ids,executors")]
    public void Schema_Properties_AreThoseOfTheFormat(string file, string pointer, string properties)
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ShippedRules.Root, "$schemas", file)));
        var node = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema.RootElement, (at, name) => at.GetProperty(name));

        node.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        node.GetProperty("properties").EnumerateObject().Select(property => property.Name).Where(name => name[0] != '$')
            .ShouldBe(properties.Split(','));
    }
}
