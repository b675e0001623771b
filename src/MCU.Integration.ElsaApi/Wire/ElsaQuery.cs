using System.Globalization;
using System.Reflection;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Problems;
using Microsoft.AspNetCore.Http;

namespace MCU.Integration.ElsaApi.Wire;

/// <summary>The query string as the designer writes it: keys in any case, empty values for what is not set, <c>True</c> and <c>False</c>, lists as repeated keys.</summary>
internal sealed class ElsaQuery(IQueryCollection query) : IBindableFromHttpContext<ElsaQuery>
{
    public static ValueTask<ElsaQuery?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new ElsaQuery(context.Request.Query));

    /// <summary>Null when absent or empty.</summary>
    public string? Text(string key) => query[key].FirstOrDefault(value => !string.IsNullOrEmpty(value));

    public IReadOnlyList<string> List(string key) => [.. query[key].OfType<string>().Where(value => value.Length > 0)];

    /// <exception cref="UseCaseException">The value is not a whole number.</exception>
    public int? Number(string key) => Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw UseCaseException.Invalid($"/{key}", "not_a_number", $"'{key}' must be a whole number.");

    /// <exception cref="UseCaseException">The value is neither true nor false.</exception>
    public bool? Flag(string key) => Text(key) is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag
        : throw UseCaseException.Invalid($"/{key}", "not_a_flag", $"'{key}' must be true or false.");

    /// <param name="unset">What an absent or empty value means here.</param>
    /// <exception cref="UseCaseException">The value is not one that Elsa knows.</exception>
    public VersionOptions Versions(VersionOptions unset) => VersionOptions.Parse(Text("versionOptions"), unset)
        ?? throw UseCaseException.Invalid(
            "/versionOptions", "unknown_version_options", "'versionOptions' must be AllVersions, Draft, Latest, Published, LatestOrPublished, LatestAndPublished or a number.");
}
