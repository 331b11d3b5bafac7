using IamConsole.Core.Consignments;
using IamConsole.Web.Consignments;

namespace IamConsole.Tests.Web.Consignments;

/// <summary>What is typed beside a vendor's file.</summary>
public sealed class ConsignmentFormTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var form = new ConsignmentForm { Key = "not hexadecimal", Certificate = [1, 2, 3], Columns = { ["Colour"] = null } };

        var wrong = form.Options().Error!;

        Assert.Equal(ConsignmentErrors.BadKey.Message, wrong.MessageAt(ConsignmentErrors.KeyField));
        Assert.Equal(ConsignmentErrors.SayColumns.Message, wrong.MessageAt(ConsignmentErrors.ColumnsField));
        Assert.Equal(ConsignmentErrors.BadCertificate.Message, wrong.MessageAt(ConsignmentErrors.CertificateField));
    }
}
