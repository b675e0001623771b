namespace MCU.Integration.Pipeline.Access;

/// <summary>Roles; what each may do stands in <see cref="Rights"/>.</summary>
public enum HubRole
{
    Admin,
    Engineer,
    Operator,
    Vendor,
    Auditor,
}
