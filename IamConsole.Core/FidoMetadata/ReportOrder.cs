namespace IamConsole.Core.FidoMetadata;

/// <summary>When reports begin to count.</summary>
internal static class ReportOrder
{
    /// <summary>
    /// Reports that count on a day, each with the day since when. Reports stand in the order in which they were made; one
    /// without a date is in effect while it is there, and as old as the one before it.
    /// </summary>
    public static List<(StatusReport Report, DateOnly Since)> InEffect(IReadOnlyList<StatusReport> reports, DateOnly today)
    {
        var inEffect = new List<(StatusReport, DateOnly)>();
        var before = DateOnly.MinValue;
        foreach (var report in reports)
        {
            var since = report.EffectiveDate ?? before;
            if (since > today) continue;
            before = since;
            if (report.SunsetDate is not { } sunset || sunset >= today) inEffect.Add((report, since));
        }

        return inEffect;
    }
}
