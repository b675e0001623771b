namespace MCU.Integration.Pipeline.Access;

/// <summary>What a use case asks for before it acts.</summary>
public enum Right
{
    SendMessages,
    SeeMessages,
    SeeBodies,
    SeeUnmaskedBodies,
    Replay,
    SeeCases,
    EditCases,
    SeeIndicators,
    SeeContent,
    EditContent,
    EditWorkflows,
    RunWorkflows,
    ManageAdapters,
    ManageUsers,
    SeeAudit,
}
