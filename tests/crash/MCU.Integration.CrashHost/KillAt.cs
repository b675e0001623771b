namespace MCU.Integration.CrashHost;

public enum KillAt
{
    Commit,
    Send,
}
