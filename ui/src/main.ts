import "./style/index.scss";

import { mount } from "svelte";

import Window from "./Window.svelte";

const target = document.getElementById("window");
if (target) mount(Window, { target });
