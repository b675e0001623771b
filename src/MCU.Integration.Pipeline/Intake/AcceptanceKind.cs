namespace MCU.Integration.Pipeline.Intake;

public enum AcceptanceKind
{
    /// <summary>Stored now (accepted, rejected or dead as the message says).</summary>
    Stored,

    /// <summary>Same key and same content as an earlier message: the first answer stands.</summary>
    Duplicate,

    /// <summary>Same key, other content.</summary>
    KeyReused,

    /// <summary>The active set changed between routing and commit: route again.</summary>
    ActiveSetChanged,
}
