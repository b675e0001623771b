namespace MCU.Integration.Pipeline.Content;

public enum ContentOrigin
{
    File,
    Designer,
    Api,
}
