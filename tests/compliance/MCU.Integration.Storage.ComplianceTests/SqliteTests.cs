using MCU.Integration.Storage.ComplianceTests.Support;

namespace MCU.Integration.Storage.ComplianceTests;

public sealed class SqliteIntakeTests() : IntakeCompliance(new SqliteUnderTest());

public sealed class SqliteWorkQueueTests() : WorkQueueCompliance(new SqliteUnderTest());

public sealed class SqliteCommitTests() : CommitCompliance(new SqliteUnderTest());

public sealed class SqliteDeliveryTests() : DeliveryCompliance(new SqliteUnderTest());
