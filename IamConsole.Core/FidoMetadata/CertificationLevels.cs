namespace IamConsole.Core.FidoMetadata;

/// <summary>The levels to which a model is certified on a day.</summary>
/// <param name="Fido">"L1" to "L3plus", or null.</param>
/// <param name="Fips1402">FIPS 140-2: "L1" to "L4", or null.</param>
/// <param name="Fips1403">FIPS 140-3: likewise.</param>
public sealed record CertificationLevels(string? Fido, string? Fips1402, string? Fips1403)
{
    /// <summary>Not certified.</summary>
    public static CertificationLevels None { get; } = new(null, null, null);

    /// <summary>As GetMFADevice names them: "FIDO", "FIDO-FIPS-140-2", "FIDO-FIPS-140-3", each with its level.</summary>
    public IReadOnlyDictionary<string, string> Certifications
    {
        get
        {
            var all = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Fido is not null) all["FIDO"] = Fido;
            if (Fips1402 is not null) all["FIDO-FIPS-140-2"] = Fips1402;
            if (Fips1403 is not null) all["FIDO-FIPS-140-3"] = Fips1403;
            return all;
        }
    }

    /// <summary>The latest reports that are in effect on <paramref name="today"/>; of one day the highest.</summary>
    public static CertificationLevels Of(IReadOnlyList<StatusReport> reports, DateOnly today)
    {
        var inEffect = ReportOrder.InEffect(reports, today);
        if (inEffect.Exists(r => r.Report.Status == StatusNames.Revoked)) return None;
        return new CertificationLevels(
            Latest(inEffect, r => r.Status == StatusNames.NotCertified ? "" : StatusNames.FidoLevel(r.Status), StatusNames.FidoLevels),
            Latest(inEffect, r => r.FipsRevision == 2 ? StatusNames.FipsLevel(r.Status) : null, StatusNames.FipsLevels),
            Latest(inEffect, r => r.FipsRevision == 3 ? StatusNames.FipsLevel(r.Status) : null, StatusNames.FipsLevels));
    }

    private static string? Latest(List<(StatusReport Report, DateOnly Since)> reports, Func<StatusReport, string?> levelOf, IReadOnlyList<string> levels)
    {
        var order = levels.ToList();
        var last = reports.Select(r => (r.Since, Level: levelOf(r.Report))).Where(r => r.Level is not null)
            .OrderBy(r => r.Since).ThenBy(r => order.IndexOf(r.Level!)).LastOrDefault();
        return string.IsNullOrEmpty(last.Level) ? null : last.Level;
    }
}
