using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SoundPasswords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignInThrottles");

            migrationBuilder.AddColumn<long[]>(
                name: "WrongProofs",
                table: "Sessions",
                type: "bigint[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "MfaDevices",
                type: "character varying(90)",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckTimes",
                table: "HardwareTokens",
                type: "character varying(90)",
                maxLength: 90,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TokenSearchTimes",
                table: "Accounts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PasswordFailures",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Second = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasswordFailures", x => new { x.Id, x.Second });
                });

            migrationBuilder.CreateIndex(
                name: "IX_PasswordFailures_Second",
                table: "PasswordFailures",
                column: "Second");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PasswordFailures");

            migrationBuilder.DropColumn(
                name: "WrongProofs",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "CheckTimes",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "CheckTimes",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "TokenSearchTimes",
                table: "Accounts");

            migrationBuilder.CreateTable(
                name: "SignInThrottles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Window = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInThrottles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInThrottles_Window",
                table: "SignInThrottles",
                column: "Window");
        }
    }
}
