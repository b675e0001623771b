using System.Text.Json.Serialization;

namespace MCU.Integration.Domain.Cases;

/// <summary>What a case is about: the three levels of the ПОС classifier, by id.</summary>
public sealed record Classifier
{
    /// <summary>Nothing is known yet.</summary>
    public static Classifier Unknown { get; } = new();

    /// <summary>Version of the classifier, such as <c>2026.2</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Category id, such as <c>1</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Subcategory id, such as <c>1.2</c>.</summary>
    public string? Subcategory { get; init; }

    /// <summary>What reports are compared by: the subcategory, or the category where none is known.</summary>
    [JsonIgnore]
    public string? Subject => Subcategory ?? Category;

    /// <summary>Fact id, such as <c>1.2.7</c>.</summary>
    public string? Fact { get; init; }
}
