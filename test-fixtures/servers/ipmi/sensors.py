"""Prints what ipmi_sim needs to be a server board with temperature sensors. Arguments: NAME=CELSIUS..."""

import sys

AIR_INLET, PROCESSOR, OTHER = 0x37, 0x03, 0x1D
ENTITIES = {"Ambient": (AIR_INLET, 1), "CPU1": (PROCESSOR, 1), "CPU2": (PROCESSOR, 2)}


def record(number, name):
    """A full sensor record (IPMI 2.0, table 43-1): a reading of 1 is 1 degree Celsius."""
    entity, instance = ENTITIES.get(name, (OTHER, number))
    key = [0x20, 0, number]
    scanning, no_thresholds, temperature, thresholds_kind = 0x7F, 0x40, 0x01, 0x01
    what = [entity, instance, scanning, no_thresholds, temperature, thresholds_kind] + [0] * 6
    unsigned, celsius, linear, factor = 0, 0x01, 0, 1
    formula = [unsigned, celsius, 0, linear, factor, 0, 0, 0, 0, 0, 0]
    limits = [0, 0, 0, 0xFF, 0] + [0] * 11
    body = key + what + formula + limits + [0xC0 | len(name)] + list(name.encode())
    return [0, 0, 0x51, 0x01, len(body)] + body


print("mc_setbmc 0x20")
print("mc_add 0x20 0 has-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02")
for number, sensor in enumerate(sys.argv[1:], 1):
    name, reading = sensor.split("=")
    nothing = "0" * 15
    print(f"sensor_add 0x20 0 {number} 1 1")
    print(f"sensor_set_value 0x20 0 {number} {int(reading)} 0")
    print(f"sensor_set_event_support 0x20 0 {number} enable scanning per-state {' '.join([nothing] * 4)}")
    print("main_sdr_add 0x20", *(f"0x{byte:02x}" for byte in record(number, name)))
print("mc_enable 0x20")
