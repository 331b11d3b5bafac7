namespace IamConsole.Core.FidoMetadata;

/// <summary>Where a model stands on a day. What follows from it is the account's policy.</summary>
/// <param name="Standing">See <see cref="ModelStanding"/>.</param>
/// <param name="Name">The status that says so, e.g. "REVOKED"; null when fine.</param>
/// <param name="Since">Since when; null when fine, or when the report has no date.</param>
/// <param name="MendedIn">The version of the authenticator from which on the report is mended, where one is named.</param>
public sealed record ModelStatus(ModelStanding Standing, string? Name = null, DateOnly? Since = null, long? MendedIn = null)
{
    /// <summary>Nothing speaks against it.</summary>
    public static ModelStatus Fine { get; } = new(ModelStanding.Fine);

    /// <summary>
    /// The worst that counts on <paramref name="today"/>. Of a compromised attestation key that concerns one certificate alone,
    /// a model is only warned of: whether a key is concerned, its own chain tells
    /// (<paramref name="isInChain"/>, null where there is no chain).
    /// </summary>
    public static ModelStatus Of(IReadOnlyList<StatusReport> reports, DateOnly today, Func<byte[], bool>? isInChain = null)
    {
        var inEffect = ReportOrder.InEffect(reports, today);
        var worst = Fine;
        for (var i = 0; i < inEffect.Count; i++)
        {
            var found = Judge(inEffect, i, isInChain);
            if (found.Standing > worst.Standing || (found.Standing == worst.Standing && found.Standing > ModelStanding.Fine && Rank(found) < Rank(worst))) worst = found;
        }

        return worst;
    }

    private static ModelStatus Judge(List<(StatusReport Report, DateOnly Since)> reports, int index, Func<byte[], bool>? isInChain)
    {
        var (report, since) = reports[index];
        var day = since == DateOnly.MinValue ? (DateOnly?)null : since;
        switch (report.Status)
        {
            case StatusNames.Revoked:
                return new ModelStatus(ModelStanding.Refused, report.Status, day);
            case StatusNames.Retired:
                return new ModelStatus(ModelStanding.Warned, report.Status, day);
            case StatusNames.UpdateAvailable:
                // Whoever certifies a later or unnamed version has seen the update.
                return Later(reports, index).Exists(r => StatusNames.FidoLevel(r.Status) is not null && !(r.Version < report.Version))
                    ? Fine : new ModelStatus(ModelStanding.Warned, report.Status, day, report.Version);
            case StatusNames.AttestationKeyCompromise when report.Certificate is { } certificate:
                // The chain of a key proves that it is concerned, or that it is not; an update of the firmware changes no certificate.
                return isInChain is null ? new ModelStatus(ModelStanding.Warned, report.Status, day)
                    : isInChain(certificate) ? new ModelStatus(ModelStanding.Refused, report.Status, day) : Fine;
            default:
                return StatusNames.Issues.Contains(report.Status) ? Mended(reports, index, day) : Fine;
        }
    }

    // An update mends what was reported before it, and so does the certification of a newer version. A key's version is not
    // known, so that the model is still warned of.
    private static ModelStatus Mended(List<(StatusReport Report, DateOnly Since)> reports, int index, DateOnly? day)
    {
        var report = reports[index].Report;
        var mend = Later(reports, index).Find(r => r.Status == StatusNames.UpdateAvailable
            || (StatusNames.FidoLevel(r.Status) is not null && r.Version is { } version && version > (report.Version ?? 0)));
        return new ModelStatus(mend is null ? ModelStanding.Refused : ModelStanding.Warned, report.Status, day, mend?.Version);
    }

    private static List<StatusReport> Later(List<(StatusReport Report, DateOnly Since)> reports, int index) =>
        [.. reports.Where((r, i) => r.Since > reports[index].Since || (r.Since == reports[index].Since && i > index)).OrderBy(r => r.Since).Select(r => r.Report)];

    private static int Rank(ModelStatus status)
    {
        for (var i = 0; i < StatusNames.Issues.Count; i++)
            if (StatusNames.Issues[i] == status.Name) return i;
        return StatusNames.Issues.Count;
    }
}
