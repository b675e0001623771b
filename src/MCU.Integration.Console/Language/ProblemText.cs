using System.Text.Json;
using MCU.Integration.Pipeline.Problems;

namespace MCU.Integration.Console.Language;

/// <summary>Reads the problems that a message or delivery keeps.</summary>
internal static class ProblemText
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The problems of a detail; empty when it is no list of problems.</summary>
    public static IReadOnlyList<Problem> Read(string? detail)
    {
        if (detail is null || !detail.AsSpan().TrimStart().StartsWith("["))
        {
            return [];
        }

        try
        {
            return [.. (JsonSerializer.Deserialize<List<Problem?>>(detail, Web) ?? []).OfType<Problem>().Select(problem => problem with { Pointer = problem.Pointer ?? "", Code = problem.Code ?? "", Message = problem.Message ?? "" })];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
