namespace MCU.Integration.Pipeline.Sealing;

/// <summary>What a sealed body is; each class has its own data key a month, so that a class can be erased by itself.</summary>
public enum SealedClass
{
    /// <summary>Raw and canonical bodies of messages, names and addresses of their files, stored replies.</summary>
    Message,

    /// <summary>Workflow instance state and journal.</summary>
    Instance,

    /// <summary>Applicants.</summary>
    Applicant,

    /// <summary>Attachments.</summary>
    Attachment,

    /// <summary>Credentials of adapters.</summary>
    Credential,
}
