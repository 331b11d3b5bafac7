using System.Globalization;

namespace IamConsole.Core.Restoring;

/// <summary>The clock says an earlier time than what was written last: either it is wrong now, or it was wrong then.</summary>
public sealed class ClockBehindException(DateTimeOffset now, DateTimeOffset newest) : Exception(string.Create(CultureInfo.InvariantCulture,
    $"The clock says {now:u}, but something was written at {newest:u}. Set the clock right. If it is right now and was wrong then: clock-corrected."));
