using MCU.Integration.Domain.Applicants;
using MCU.Integration.Domain.Cases;
using MCU.Integration.Domain.Values;

namespace MCU.Integration.Domain.Rules;

/// <summary>What rules look at. The text is personal: it is matched here and never copied into an explanation.</summary>
public sealed class RuleFacts
{
    private string? _normalText;

    /// <summary>What the case is.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Which law applies.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>Key of the adapter it came through.</summary>
    public required string Source { get; init; }

    /// <summary>Channel inside the source.</summary>
    public string? Channel { get; init; }

    /// <summary>Subject.</summary>
    public Classifier Classifier { get; init; } = Classifier.Unknown;

    /// <summary>Place.</summary>
    public Territory Territory { get; init; } = Territory.Unresolved;

    /// <summary>Who applies, if known.</summary>
    public ApplicantKind? Applicant { get; init; }

    /// <summary>The citizen's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Tags that the case has.</summary>
    public ValueList<string> Tags { get; init; }

    /// <summary>Earlier open cases; needed only if <see cref="RuleSet.Nearby"/> asks for them.</summary>
    public ValueList<NearbyCase> Nearby { get; init; }

    /// <summary>Local date of receipt: what seasons and validity are compared with.</summary>
    public required DateOnly Date { get; init; }

    internal string NormalText => _normalText ??= RuleText.Normalise(Text);

    /// <summary>The facts of a case.</summary>
    /// <param name="state">The case.</param>
    /// <param name="date">Local date of receipt.</param>
    /// <param name="text">The citizen's text.</param>
    /// <param name="applicant">Who applies, if known.</param>
    /// <param name="nearby">Earlier open cases.</param>
    public static RuleFacts Of(
        Case state, DateOnly date, string text = "", ApplicantKind? applicant = null, ValueList<NearbyCase> nearby = default) => new()
        {
            Kind = state.Kind,
            Regime = state.Regime,
            Source = state.Source,
            Channel = state.Channel,
            Classifier = state.Classifier,
            Territory = state.Territory,
            Applicant = applicant,
            Text = text,
            Tags = state.Tags,
            Nearby = nearby,
            Date = date,
        };
}
