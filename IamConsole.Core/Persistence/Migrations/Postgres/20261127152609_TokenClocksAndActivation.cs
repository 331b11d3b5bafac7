using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
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
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TokenSettled",
                table: "PendingSignIns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ExplainedStep",
                table: "MfaDevices",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeavesOn",
                table: "HardwareTokens",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TokenSearchHour",
                table: "Accounts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "TokenSearches",
                table: "Accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RefusedCodes",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Cause = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DeviceId = table.Column<string>(type: "text", nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: true),
                    Shown = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
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
                    TokenId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    SecondOfDay = table.Column<int>(type: "integer", nullable: false),
                    OffsetSteps = table.Column<int>(type: "integer", nullable: false)
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
