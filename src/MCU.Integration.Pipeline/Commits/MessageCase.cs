using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Ids;

namespace MCU.Integration.Pipeline.Commits;

public sealed record MessageCase(MessageId MessageId, CaseId CaseId);
