namespace MCU.Integration.Adapters.Templates;

/// <summary>Where an inserted value comes from.</summary>
public enum InsertionKind
{
    /// <summary><c>{/pointer}</c></summary>
    Document,

    /// <summary><c>{item/pointer}</c></summary>
    Item,

    /// <summary><c>{step.card.id}</c></summary>
    StepResult,

    /// <summary><c>{step.file[].id}</c></summary>
    AllStepResults,

    /// <summary><c>{key}</c></summary>
    Key,
}
