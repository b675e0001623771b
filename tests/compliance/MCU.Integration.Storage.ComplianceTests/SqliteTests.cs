using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public sealed class SqliteIntakeTests() : IntakeCompliance(new SqliteUnderTest());

public sealed class SqliteWorkQueueTests() : WorkQueueCompliance(new SqliteUnderTest());

public sealed class SqliteCommitTests() : CommitCompliance(new SqliteUnderTest());

public sealed class SqliteDeliveryTests() : DeliveryCompliance(new SqliteUnderTest());

public sealed class SqliteLedgerTests() : LedgerCompliance(new SqliteUnderTest());

public sealed class SqliteListTests() : ListCompliance(new SqliteUnderTest());

public sealed class SqliteContentTests() : ContentCompliance(new SqliteUnderTest());

public sealed class SqliteHouseholdTests() : HouseholdCompliance(new SqliteUnderTest());

public sealed class SqliteDurabilityTests() : DurabilityCompliance(new SqliteUnderTest());

public sealed class SqlitePlanTests() : PlanCompliance(new SqliteUnderTest());

public sealed class SqliteChangeTests() : ChangeCompliance(new SqliteUnderTest());

public sealed class SqliteIndicatorTests() : IndicatorCompliance(new SqliteUnderTest());

public sealed class SqliteWorkflowHostTests() : WorkflowHostCompliance(new SqliteUnderTest());

public sealed class SqliteDecisionTests() : DecisionCompliance(new SqliteUnderTest());

public sealed class SqliteSnapshotTests() : SnapshotCompliance(new SqliteUnderTest());

public sealed class SqliteAlertTests() : AlertCompliance(new SqliteUnderTest());

public sealed class SqliteRetentionTests() : RetentionCompliance(new SqliteUnderTest());

public sealed class SqliteSealingTests() : SealingCompliance(new SqliteUnderTest());

public sealed class SqliteAuditTests() : AuditCompliance(new SqliteUnderTest());

public sealed class SqliteNearbyTests() : NearbyCompliance(new SqliteUnderTest());
