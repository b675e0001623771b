namespace MCU.Integration.Pipeline.Access;

/// <summary>What a person does in the municipal centre by the decree. It says who somebody is; rights come from roles alone.</summary>
public enum UserDuty
{
    /// <summary>No duty of the decree: engineers, vendors, auditors.</summary>
    None,

    /// <summary>Curator of the centre.</summary>
    Curator,

    /// <summary>Head of the centre.</summary>
    Head,

    /// <summary>Responsible for ПОС.</summary>
    PosResponsible,

    /// <summary>Responsible for «Инцидент Менеджмент».</summary>
    IncidentResponsible,

    /// <summary>Executor in a body or an institution.</summary>
    Executor,
}
