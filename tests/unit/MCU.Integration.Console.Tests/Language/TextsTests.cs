using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MCU.Integration.Console.Language;
using MCU.Integration.Console.Pages.Dead;
using MCU.Integration.Console.Pages.Overview;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Deadlines;
using MCU.Integration.Domain.Links;
using MCU.Integration.Domain.Rules;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Messages;

namespace MCU.Integration.Console.Tests.Language;

public sealed partial class TextsTests
{
    private static readonly Type[] Vocabulary =
    [
        typeof(MainStatus), typeof(CaseKind), typeof(LegalRegime), typeof(CaseOutcome), typeof(CasePriority), typeof(SstuStatus), typeof(StatusWord),
        typeof(CaseActorKind), typeof(ClarificationEnd), typeof(DeadlinePace), typeof(DeadlineStage), typeof(DeadlineUnit), typeof(PassedOverReason),
        typeof(LinkOrder), typeof(LinkFreshness), typeof(OnDead), typeof(MessageState), typeof(MessageDirection), typeof(DeliveryState), typeof(HubRole),
        typeof(Right), typeof(ContentKind), typeof(ContentOrigin), typeof(EffectOnce), typeof(SystemHealth), typeof(DeadKind),
    ];

    [Fact]
    public void Texts_InBothLanguages_HaveTheSameKeys() =>
        Read("en").Keys.Order().ShouldBe(Read("").Keys.Order());

    [Fact]
    public void Texts_InBothLanguages_TakeTheSameValues()
    {
        var english = Read("en");

        Read("").Where(text => !Places(text.Value).SetEquals(Places(english[text.Key]))).Select(text => text.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Words_OfEveryVocabulary_AreKnown()
    {
        var known = Read("");

        Vocabulary.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}_{name}")).Where(key => !known.ContainsKey(key)).ShouldBeEmpty();
        Enum.GetNames<HubRole>().Select(role => $"RoleHint_{role}").ShouldBeSubsetOf(known.Keys);
    }

    [Theory]
    [InlineData(1, "1 дело")]
    [InlineData(2, "2 дела")]
    [InlineData(5, "5 дел")]
    [InlineData(11, "11 дел")]
    [InlineData(14, "14 дел")]
    [InlineData(21, "21 дело")]
    [InlineData(112, "112 дел")]
    [InlineData(0, "0 дел")]
    public void Count_InRussian_TakesTheFormOfTheNumber(int number, string said) => Plain.Count("{0} дело|{0} дела|{0} дел", number).ShouldBe(said);

    [Theory]
    [InlineData(1, "1 case")]
    [InlineData(0, "0 cases")]
    public void Count_InEnglish_TakesTheFormOfTheNumber(int number, string said) => Plain.Count("{0} case|{0} cases", number).ShouldBe(said);

    [Fact]
    public void Reason_WithAStatus_KeepsTheNumber()
    {
        Words.Reason("status_503").ShouldContain("503");
        Words.Reason("never_heard_of").ShouldBe("never_heard_of");
    }

    private static Dictionary<string, string> Read(string culture)
    {
        var set = Texts.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException(culture);
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
