namespace MCU.Integration.Pipeline.Access;

/// <summary>The rights of each role (design §9).</summary>
public static class Rights
{
    private static readonly IReadOnlySet<Right> All = Enum.GetValues<Right>().ToHashSet();

    private static readonly IReadOnlyDictionary<HubRole, IReadOnlySet<Right>> ByRole = new Dictionary<HubRole, IReadOnlySet<Right>>
    {
        [HubRole.Admin] = All,
        [HubRole.Engineer] = All.Except([Right.ManageUsers, Right.SeeUnmaskedBodies, Right.SeeAudit]).ToHashSet(),
        [HubRole.Operator] = new HashSet<Right> { Right.SeeMessages, Right.SeeBodies, Right.SeeUnmaskedBodies, Right.SeeCases, Right.EditCases, Right.SeeIndicators, Right.Replay, Right.SeeContent },
        [HubRole.Vendor] = new HashSet<Right> { Right.SendMessages, Right.SeeMessages, Right.SeeBodies },
        [HubRole.Auditor] = new HashSet<Right> { Right.SeeMessages, Right.SeeCases, Right.SeeIndicators, Right.SeeContent, Right.SeeAudit },
    };

    public static IReadOnlySet<Right> Of(HubRole role) => ByRole[role];
}
