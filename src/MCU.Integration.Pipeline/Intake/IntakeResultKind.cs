namespace MCU.Integration.Pipeline.Intake;

public enum IntakeResultKind
{
    Accepted,

    /// <summary>Same key and content as before: the first answer again.</summary>
    Duplicate,

    /// <summary>Same key, other content.</summary>
    KeyReused,

    /// <summary>The schema refused it; kept as rejected.</summary>
    Invalid,

    /// <summary>Not a well-formed document, or its key is missing; nothing was kept.</summary>
    Malformed,

    UnknownAdapter,

    UnknownDocumentType,
}
