using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SoundRestore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Origin",
                table: "AuditChain",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "OriginHash",
                table: "AuditChain",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SignedUpTo",
                table: "AuditChain",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Origin",
                table: "AuditChain");

            migrationBuilder.DropColumn(
                name: "OriginHash",
                table: "AuditChain");

            migrationBuilder.DropColumn(
                name: "SignedUpTo",
                table: "AuditChain");
        }
    }
}
