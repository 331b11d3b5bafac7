using System.Text;
using IamConsole.Web.Operator;

namespace IamConsole.Tests.Web.Operator;

/// <summary>Keys that the operator gives in files.</summary>
public sealed class SeedFileKeysTests
{
    [Fact]
    public void A_key_file_holds_hexadecimal_text_or_the_bytes_themselves()
    {
        byte[] key = [0x12, 0x34, 0x56, 0x78, 0x90, 0x12, 0x34, 0x56, 0x78, 0x90, 0x12, 0x34, 0x56, 0x78, 0x90, 0xab];
        Assert.Equal(key, SeedFileKeys.ReadKey(Encoding.ASCII.GetBytes("12345678901234567890 1234567890AB\r\n")));
        Assert.Equal(key, SeedFileKeys.ReadKey([.. key]));
    }

    [Fact]
    public async Task Password_and_key_come_from_the_files_and_the_line_end_is_no_part_of_the_password()
    {
        var folder = Directory.CreateTempSubdirectory("seed-file-keys");
        try
        {
            var (key, password) = (Path.Combine(folder.FullName, "key"), Path.Combine(folder.FullName, "password"));
            await File.WriteAllBytesAsync(key, new byte[16], TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(password, "größe \n", TestContext.Current.CancellationToken);
            var options = SeedFileKeys.Read(new FileInfo(key), new FileInfo(password), null);
            Assert.Equal((16, "größe ", null), (options.PreSharedKey!.Length, options.Password, options.SignerCertificate));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
