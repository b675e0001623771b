using System.Globalization;
using System.Reflection;
using MCU.Integration.Hub.Settings;

namespace MCU.Integration.FunctionalTests.Operations;

public sealed class SettingsTests
{
    /// <summary>The table for operators names every option with its default, and no other.</summary>
    [Fact]
    public void SettingsTable_AndOptions_AreTheSame()
    {
        var file = Path.Combine(HubSettings.NearestContentRoot(AppContext.BaseDirectory)!, "docs/operations/settings.md");
        var documented = File.ReadLines(file).Where(line => line.StartsWith("| `Hub__", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .ToDictionary(cells => cells[1].Trim().Trim('`'), cells => cells[2].Trim().Trim('`'));

        var actual = HubSettings.Sections.SelectMany(section => section.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(option => (Name: $"{section.Key.Replace(":", "__", StringComparison.Ordinal)}__{option.Name}", Default: DefaultOf(section.Value, option))));

        documented.Keys.Order(StringComparer.Ordinal).ShouldBe(actual.Select(option => option.Name).Order(StringComparer.Ordinal));
        foreach (var (name, value) in actual.Where(option => option.Default is not null))
        {
            documented[name].ShouldBe(value, name);
        }
    }

    /// <summary>Null where the default is computed or absent: the table then says it in words.</summary>
    private static string? DefaultOf(Type options, PropertyInfo option) => option.GetValue(Activator.CreateInstance(options)) switch
    {
        null or "" => null,
        string text => text,
        System.Collections.IEnumerable => null,
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
