namespace IamConsole.Core.SeedFiles;

/// <summary>What people call the forms.</summary>
public static class SeedFileForms
{
    /// <summary>The name of a form on screens and in messages.</summary>
    public static string Name(SeedFileForm form) => form switch
    {
        SeedFileForm.EntraCsv => "Entra ID CSV",
        SeedFileForm.OathCsv => "OATH CSV",
        SeedFileForm.HeaderCsv => "CSV with a header",
        SeedFileForm.Pskc => "PSKC (RFC 6030)",
        SeedFileForm.SafeNetXml => "SafeNet XML",
        SeedFileForm.ETokenPassDat => "eToken PASS .dat",
    };
}
