using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TokenClocksAndActivation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OfferedTokenId",
                table: "PendingSignIns",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TokenSettled",
                table: "PendingSignIns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ExplainedStep",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeavesOn",
                table: "HardwareTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TokenSearchHour",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "TokenSearches",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RefusedCodes",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DeviceId = table.Column<string>(type: "TEXT", nullable: true),
                    Steps = table.Column<int>(type: "INTEGER", nullable: true),
                    Shown = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedCodes", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_RefusedCodes_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TokenReadings",
                columns: table => new
                {
                    TokenId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    SecondOfDay = table.Column<int>(type: "INTEGER", nullable: false),
                    OffsetSteps = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TokenReadings", x => new { x.TokenId, x.Day });
                    table.ForeignKey(
                        name: "FK_TokenReadings_HardwareTokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "HardwareTokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HardwareTokens_AccountId_LeavesOn",
                table: "HardwareTokens",
                columns: new[] { "AccountId", "LeavesOn" },
                filter: "\"LeavesOn\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RefusedCodes");

            migrationBuilder.DropTable(
                name: "TokenReadings");

            migrationBuilder.DropIndex(
                name: "IX_HardwareTokens_AccountId_LeavesOn",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "OfferedTokenId",
                table: "PendingSignIns");

            migrationBuilder.DropColumn(
                name: "TokenSettled",
                table: "PendingSignIns");

            migrationBuilder.DropColumn(
                name: "ExplainedStep",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "LeavesOn",
                table: "HardwareTokens");

            migrationBuilder.DropColumn(
                name: "TokenSearchHour",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TokenSearches",
                table: "Accounts");
        }
    }
}
